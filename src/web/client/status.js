/** Milliseconds between two questions; spread, so that not everybody asks at once. */
const EVERY = 30_000;
const SPREAD = 10_000;

watchStatus();

/** Asks whether something has changed for this person, while somebody looks; then shows it in the place of the old. */
function watchStatus() {
  const place = document.querySelector('[data-now]');
  if (!place) return;
  let { tag } = place.dataset;
  let timer = later();
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (!document.hidden) void look();
  });

  function later() {
    return setTimeout(look, EVERY + Math.random() * SPREAD);
  }

  async function look() {
    clearTimeout(timer);
    const answer = await fetch(place.dataset.now, { headers: { 'if-none-match': tag } }).catch(
      () => undefined,
    );
    // signed out: the page says of when it is
    if (answer?.redirected || answer?.status === 401) return;
    const now = answer?.ok && answer.headers.get('etag');
    if (now && now !== tag && (await refresh())) tag = now;
    if (!document.hidden) timer = later();
  }

  async function refresh() {
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(
      () => undefined,
    );
    if (!answer?.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const anew = page.querySelector('[data-now]');
    if (!anew) return false;
    const link = document.activeElement?.getAttribute('href');
    const [told, ...others] = anew.children;
    const telling = place.firstElementChild;
    renew(telling, told);
    while (telling.nextSibling) telling.nextSibling.remove();
    place.append(...others);
    // whoever goes by keyboard stays where they were
    [...place.querySelectorAll('a')].find((one) => one.getAttribute('href') === link)?.focus();
    return true;
  }
}

/**
 * Puts only what differs in the place of the old. A screen reader tells what changes within an element that stays, and
 * that alone: of one put in anew it may tell nothing, or all once more.
 */
function renew(old, anew) {
  const children = [...anew.children];
  if (old.children.length !== children.length) return old.replaceChildren(...children);
  for (const [index, child] of children.entries())
    if (!old.children[index].isEqualNode(child)) old.children[index].replaceWith(child);
}
