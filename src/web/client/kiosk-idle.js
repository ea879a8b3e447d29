let touched = performance.now();

/**
 * Clears a screen that was left alone: warns first, and gives more time to whoever asks (WCAG 2.2.1). Every touch starts
 * the count anew; in the warning only its buttons do, so that a passer-by cannot prolong it unseen. What counts is the time
 * that has passed: ticks stop while a machine sleeps, or while the browser shows its dialog for printing.
 * @param {{ watched: () => boolean, wipe: () => void }} options `watched` tells whether there is anything to clear
 */
export function watchIdleness({ watched, wipe }) {
  for (const kind of ['pointerdown', 'keydown', 'scroll'])
    document.addEventListener(kind, () => !warning()?.open && touch(), {
      passive: true,
      capture: true,
    });
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-kiosk-more]')) more();
    if (target.closest('[data-kiosk-end]')) wipe();
  });
  // Escape closes a dialog as well: somebody is there
  document.addEventListener('cancel', touch, { capture: true });
  // nobody could be warned behind the browser's own dialog: they are when it closes
  window.addEventListener('afterprint', () => (touched = Math.max(touched, performance.now() - unwarned())));
  setInterval(() => tick(watched, wipe), 1000);
}

/** The dialog may be another one after the language has changed. */
const warning = () => document.querySelector('[data-kiosk-idle]');

function touch() {
  touched = performance.now();
}

function more() {
  touch();
  warning().close();
}

const limit = () => Number(warning()?.dataset.idleSeconds);

/** For so long nobody is warned, in milliseconds. */
const unwarned = () => (limit() - Number(warning()?.dataset.warningSeconds)) * 1000;

function tick(watched, wipe) {
  const dialog = warning();
  if (!dialog || !watched()) return touch();
  const idle = performance.now() - touched;
  if (idle < unwarned()) return;
  const left = Math.max(0, limit() - Math.floor(idle / 1000));
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('[data-kiosk-left]').textContent = String(left);
  if (left === 0) wipe();
}
