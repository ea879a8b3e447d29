import { enrolmentCode } from './enrolment-code.js';

/** Where the disk does not answer, the code is sent all the same. */
const PATIENCE = 3000;

/** Before the code is sent, the disk has it; a browser that was switched off right after it was enrolled sends it again. */
const form = document.querySelector('[data-fragment]');
const { code } = form.elements;

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([enrolmentCode.keep(code.value).catch(() => undefined), late]);
  form.submit();
});

if (document.querySelector('.govuk-error-summary')) void enrolmentCode.forget();
else if (!window.location.hash) void sendKept();

async function sendKept() {
  const kept = await enrolmentCode.kept();
  if (kept === undefined || code.value !== '') return;
  code.value = kept;
  form.requestSubmit();
}
