import { focusErrors, offerPrinting, stopDoubleClicks } from './forms.js';
import { watchIdleness } from './kiosk-idle.js';

let wiped = false;

focusErrors();
offerPrinting();
stopDoubleClicks();
watchIdleness({ watched: () => true, wipe });
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post' || form.closest('.pulang-footer')) return;
  event.preventDefault();
  void send(form);
});

/**
 * Puts the answer to a form into the place of this page. What a browser sends on its way to another page it writes to its
 * disk, to come back there after a crash: codes must not lie there.
 */
async function send(form) {
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.action, { method: 'POST', headers: { accept: 'text/html' }, body }).catch(
    () => undefined,
  );
  const html = await answer?.text().catch(() => undefined);
  if (wiped) return;
  if (html === undefined) return window.location.replace('/kiosk#check-in');
  if (answer.redirected) return window.location.replace(answer.url);
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  window.scrollTo(0, 0);
  offerPrinting();
  const start = document.querySelector('.govuk-error-summary') ?? document.querySelector('h1');
  if (!start) return;
  start.tabIndex = -1;
  start.focus();
}

/** Ends the session on the server too: the footer's form posts to it and leads back to the start. */
function wipe() {
  if (wiped) return;
  wiped = true;
  for (const form of document.forms) form.reset();
  document.querySelector('.pulang-footer form').submit();
}
