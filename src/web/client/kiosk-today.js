const HEARD = 'pulang-heard';
const CLOSE = 60_000;

const heard = () => Number(localStorage.getItem(HEARD));

/** Remembers what time it is by the service. @param {string | null} date header of an answer */
export function hearTime(date) {
  const at = Date.parse(date ?? '');
  if (Math.abs(at - heard()) > CLOSE) localStorage.setItem(HEARD, String(at));
}

/** By the clock of this machine, but not before the service was last heard: a clock without its battery begins in 1970. */
export const now = () => Math.max(Date.now(), heard());

/** `YYYY-MM-DD` at the post. */
export const today = () =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: document.body.dataset.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now());
