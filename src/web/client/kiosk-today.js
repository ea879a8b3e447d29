const HEARD = 'pulang-heard';
const AHEAD = 'pulang-ahead';
const CLOSE = 60_000;

const stored = (name) => Number(localStorage.getItem(name));

/** Remembers what time it is by the service. @param {string | null} date header of an answer */
export function hearTime(date) {
  const at = Date.parse(date ?? '');
  const ahead = Math.max(0, Date.now() - at);
  if (Math.abs(at - stored(HEARD)) > CLOSE) localStorage.setItem(HEARD, String(at));
  if (Math.abs(ahead - stored(AHEAD)) > CLOSE) localStorage.setItem(AHEAD, String(ahead));
}

/**
 * By the clock of this machine, less what it was ahead of the service, but not before the service was last heard: a clock
 * without its battery begins in 1970.
 */
export const now = () => Math.max(Date.now() - stored(AHEAD), stored(HEARD));

/** `YYYY-MM-DD` at the post. */
export const today = () =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: document.body.dataset.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now());
