/** Counts the seconds in which an act can still be taken back, and takes the offer away after them. */
export function countUndo() {
  const offer = document.querySelector('[data-undo]');
  if (!offer) return;
  const place = offer.querySelector('[data-undo-seconds]');
  const until = performance.now() + Number(offer.dataset.undo) * 1000;
  const format = new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: 'second' });
  history.replaceState(null, '', location.pathname);
  count();

  function count() {
    const left = Math.ceil((until - performance.now()) / 1000);
    if (left <= 0) return offer.remove();
    place.textContent = format.format(left);
    setTimeout(count, 250);
  }
}
