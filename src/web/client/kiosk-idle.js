let seconds = 0;

/**
 * Clears a screen that was left alone: warns first, and gives more time to whoever asks (WCAG 2.2.1). Every touch starts
 * the count anew; in the warning only its buttons do, so that a passer-by cannot prolong it unseen.
 * @param {{ watched: () => boolean, wipe: () => void }} options `watched` tells whether there is anything to clear
 */
export function watchIdleness({ watched, wipe }) {
  for (const kind of ['pointerdown', 'keydown', 'scroll'])
    document.addEventListener(kind, () => !warning()?.open && (seconds = 0), {
      passive: true,
      capture: true,
    });
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-kiosk-more]')) more();
    if (target.closest('[data-kiosk-end]')) wipe();
  });
  // Escape closes a dialog as well: somebody is there
  document.addEventListener('cancel', () => (seconds = 0), { capture: true });
  setInterval(() => tick(watched, wipe), 1000);
}

/** The dialog may be another one after the language has changed. */
const warning = () => document.querySelector('[data-kiosk-idle]');

function more() {
  seconds = 0;
  warning().close();
}

function tick(watched, wipe) {
  const dialog = warning();
  if (!dialog || !watched()) return void (seconds = 0);
  const [idle, notice] = [Number(dialog.dataset.idleSeconds), Number(dialog.dataset.warningSeconds)];
  seconds += 1;
  if (seconds < idle - notice) return;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('[data-kiosk-left]').textContent = String(Math.max(0, idle - seconds));
  if (seconds >= idle) wipe();
}
