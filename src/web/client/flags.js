/** Tells whoever may know, on any page of the console, that a flag waits. */
export function watchFlags() {
  const note = document.querySelector('[data-flags]');
  if (!note) return;
  listen();

  /** A closed source (signed out, or the server restarts) is tried again. */
  function listen() {
    const source = new EventSource(note.dataset.flags);
    source.addEventListener('flags', ({ data }) => {
      note.hidden = JSON.parse(data).waiting === 0;
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
    });
  }
}
