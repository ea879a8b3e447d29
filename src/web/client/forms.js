/** Brings a reader to what has to be corrected. */
export function focusErrors() {
  document.querySelector('.govuk-error-summary')?.focus();
}

/** Print buttons are useless without scripts, so they appear only here. */
export function offerPrinting() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

/** A second press within two seconds is a tremor or a slow network, not a second wish. */
export function stopDoubleClicks() {
  let last = { form: null, at: 0 };
  document.addEventListener('submit', (event) => {
    // not by the clock, which may be put back meanwhile: nothing could be sent until it had caught up
    const now = event.timeStamp;
    if (event.defaultPrevented) return;
    if (last.form === event.target && now - last.at < 2000) event.preventDefault();
    else last = { form: event.target, at: now };
  });
}

const PATIENCE = 5000;

/** Without a network a form stays where it is, and says so under its button: the browser's own page has lost what was typed. */
export function waitForNetwork() {
  const note = document.querySelector('[data-offline]');
  if (!note) return;
  let reached = false;
  document.addEventListener('submit', (event) => {
    note.hidden = true;
    if (navigator.onLine || reached) return;
    event.preventDefault();
    const { target: form, submitter } = event;
    // a browser may think that it has no network, and nobody may be kept from sending by that
    fetch('/', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).then(
      () => {
        reached = true;
        form.requestSubmit(submitter);
      },
      () => {
        form.append(note);
        note.hidden = false;
        note.scrollIntoView({ block: 'nearest' });
      },
    );
  });
  window.addEventListener('online', () => (note.hidden = true));
}
