import { focusErrors, offerPrinting, stopDoubleClicks } from './forms.js';

const dialog = document.querySelector('[data-kiosk-idle]');
let seconds = 0;
let wiped = false;

focusErrors();
offerPrinting();
stopDoubleClicks();
if (dialog) watchIdleness();

/** Every touch starts the count anew; in the warning only its buttons do, so that a passer-by cannot prolong it unseen. */
function watchIdleness() {
  const left = dialog.querySelector('[data-kiosk-left]');
  const idle = Number(dialog.dataset.idleSeconds);
  const warning = Number(dialog.dataset.warningSeconds);
  for (const kind of ['pointerdown', 'keydown', 'scroll']) {
    document.addEventListener(kind, () => !dialog.open && (seconds = 0), { passive: true, capture: true });
  }

  setInterval(() => {
    seconds += 1;
    if (seconds < idle - warning) return;
    if (!dialog.open) dialog.showModal();
    left.textContent = String(Math.max(0, idle - seconds));
    if (seconds >= idle) wipe();
  }, 1000);

  dialog.addEventListener('close', () => (seconds = 0));
  dialog.querySelector('[data-kiosk-more]').addEventListener('click', () => dialog.close());
  dialog.querySelector('[data-kiosk-end]').addEventListener('click', wipe);
}

/** Ends the session on the server too: the footer's form posts to it and leads back to the start. */
function wipe() {
  if (wiped) return;
  wiped = true;
  for (const form of document.forms) form.reset();
  document.querySelector('.pulang-footer form').submit();
}
