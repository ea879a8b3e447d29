/** Names no part of the page, so that nothing moves. */
const HERE = '#here';

/**
 * Makes the browser's way back that of the page, which keeps every answer: a question comes as the answer to a form, and a
 * browser that goes back to one shows an error of its own. An entry of the history is put before the page, by its address
 * alone: the interface for it would make the browser forget the form, and load the first question anew. Browsers pass over
 * entries of pages that nobody has touched. Where the questions have no way back any more, it leads out of them.
 */
export function leadBack() {
  const back = document.querySelector('.pulang-back button[form="question"]');
  const isWayOut = 'wayOut' in document.body.dataset;
  if (!back && !isWayOut) return markOutside();
  const stay = () => location.hash || location.assign(HERE);
  // of a page that is only read nothing may ever be touched; while it loads, an entry would take the place of its own
  if (isWayOut) window.addEventListener('load', () => setTimeout(stay));
  for (const touched of ['pointerup', 'keydown']) document.addEventListener(touched, stay, { capture: true });
  window.addEventListener('hashchange', () => location.hash || (back ? back.click() : leave()));
}

const OUTSIDE = 'outside';

/** Pages tell each other no addresses (their referrer policy), so those that ask nothing are marked in the history. */
function markOutside() {
  if (!document.getElementById('question')) window.navigation?.updateCurrentEntry({ state: OUTSIDE });
}

/** To the page from which somebody began to register, else to the first of all. */
function leave() {
  const entries = window.navigation?.entries().slice(0, window.navigation.currentEntry.index) ?? [];
  const before = entries.reverse().find((entry) => entry.getState() === OUTSIDE);
  if (before) window.navigation.traverseTo(before.key);
  else location.replace(document.querySelector('.pulang-wordmark').href);
}
