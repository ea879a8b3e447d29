/** `YYYY-MM-DD` at the post. */
export const today = () =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: document.body.dataset.timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(Date.now());
