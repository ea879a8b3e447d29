/** Milliseconds between two questions; spread, so that not everybody asks at once. */
const EVERY = 30_000;
const SPREAD = 10_000;
/** What to do now, part by part, and not what to bring: that is long, and can be read. */
const PARTS = '.pulang-next > :not(h2, ul)';
/** By then it has been read out, and is not met a second time by whoever reads the page. */
const TOLD_FOR = 15_000;
let forget;

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
    const before = new Set(partsOf(place));
    renewAll(place, anew);
    tell(place.querySelectorAll(PARTS), before);
    // whoever goes by keyboard stays where they were
    const here = [...place.querySelectorAll('a')].find((one) => one.getAttribute('href') === link);
    if (here && here !== document.activeElement) here.focus();
    return true;
  }
}

const partsOf = (place) => [...place.querySelectorAll(PARTS)].map(({ outerHTML }) => outerHTML);

/**
 * Has read out what there is now and was not before, once and in its order. The part itself is not listened to: some
 * screen readers read all of it when the page opens, a second time and in disorder.
 */
function tell(parts, before) {
  const lines = [...parts]
    .filter(({ outerHTML }) => !before.has(outerHTML))
    .flatMap(({ innerText }) => innerText.split('\n'))
    .map((line) => line.trim())
    .filter(Boolean);
  const told = document.querySelector('[data-told]');
  told.textContent = lines.map((line) => (/\p{P}$/u.test(line) ? line : `${line}.`)).join(' ');
  clearTimeout(forget);
  forget = setTimeout(() => (told.textContent = ''), TOLD_FOR);
}

/** Puts only what differs in the place of the old: whoever reads, by whatever means, stays where they are. */
function renew(old, anew) {
  if (old.isEqualNode(anew)) return;
  const isSame = old.cloneNode(false).isEqualNode(anew.cloneNode(false));
  if (isSame && !hasText(old) && !hasText(anew)) renewAll(old, anew);
  else old.replaceWith(anew);
}

const hasText = ({ childNodes }) =>
  [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');

function renewAll(old, anew) {
  const children = [...anew.children];
  if (old.children.length !== children.length) return old.replaceChildren(...children);
  for (const [index, child] of children.entries()) renew(old.children[index], child);
}
