const EVERY = 2000;

/** While a list is registered, asks how far it is; when it is done, shows the whole page anew. */
export function watchProgress() {
  const place = document.querySelector('[data-progress]');
  if (!place?.querySelector('[data-unfinished]')) return;
  const timer = setInterval(look, EVERY);

  async function look() {
    const answer = await fetch(place.dataset.progress, { headers: { accept: 'text/html' } }).catch(
      () => undefined,
    );
    if (!answer?.ok || answer.redirected) return;
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
    place.replaceChildren(...part.body.children);
    if (place.querySelector('[data-unfinished]')) return;
    clearInterval(timer);
    location.reload();
  }
}
