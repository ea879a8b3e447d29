/** Changes that come close together are fetched together. */
const TOGETHER = 300;

/** Keeps one part of a page as it is on the server: told by events, it is fetched and put in the place of the old. */
export function watchPart() {
  const { live, part } = document.body.dataset;
  const place = document.querySelector('[data-live-part]');
  if (!live || !place) return;
  let soon;
  let first = true;

  listen();

  /** A closed source (signed out, or the server restarts) is tried again; until then the panel says of when it is. */
  function listen() {
    const source = new EventSource(live);
    source.addEventListener('calls', () => {
      if (first) return (first = false);
      clearTimeout(soon);
      soon = setTimeout(refresh, TOGETHER);
    });
    source.addEventListener('error', () => {
      first = false;
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
    });
  }

  async function refresh() {
    const answer = await fetch(part, { headers: { accept: 'text/html' } }).catch(() => undefined);
    if (!answer?.ok || answer.redirected) return;
    const panel = new DOMParser().parseFromString(await answer.text(), 'text/html');
    place.replaceChildren(...panel.body.children);
  }
}
