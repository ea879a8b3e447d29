/** Names no part of the page, so that nothing moves. */
const HERE = '#here';

/**
 * Makes the browser's way back that of the page, which keeps every answer: a question comes as the answer to a form, and a
 * browser that goes back to one shows an error of its own. An entry of the history is put before the page, by its address
 * alone: the interface for it would make the browser forget the form, and load the first question anew. Browsers pass over
 * entries of pages that nobody has touched.
 */
export function leadBack() {
  const back = document.querySelector('.pulang-back button[form="question"]');
  if (!back) return;
  const stay = () => location.hash || location.assign(HERE);
  for (const touched of ['pointerup', 'keydown']) document.addEventListener(touched, stay, { capture: true });
  window.addEventListener('hashchange', () => location.hash || back.click());
}
