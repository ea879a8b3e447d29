import { focusErrors, offerPrinting, stopDoubleClicks } from './forms.js';
import { watchIdleness } from './kiosk-idle.js';

let wiped = false;

focusErrors();
offerPrinting();
stopDoubleClicks();
watchIdleness({ watched: () => true, wipe });

/** Ends the session on the server too: the footer's form posts to it and leads back to the start. */
function wipe() {
  if (wiped) return;
  wiped = true;
  for (const form of document.forms) form.reset();
  document.querySelector('.pulang-footer form').submit();
}
