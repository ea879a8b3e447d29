import { ring } from './chime.js';

const { events, locale, timeZone } = document.body.dataset;
const calls = document.querySelector('[data-calls]');
const connection = document.querySelector('[data-connection]');
const updated = document.querySelector('[data-updated]');
const chime = document.querySelector('[data-chime]');
const clock = new Intl.DateTimeFormat(locale, {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const SILENCE = 45_000;
let sound = localStorage.getItem('chime') !== 'off';
let silence;

listen();
showSound();
chime.hidden = false;
chime.addEventListener('click', () => {
  sound = !sound;
  localStorage.setItem('chime', sound ? 'on' : 'off');
  showSound();
  if (sound) ring();
});

/** The browser reconnects by itself; a closed source (the server answered with an error) is opened anew. */
function listen() {
  const source = new EventSource(events);
  source.addEventListener('calls', (event) => {
    const board = JSON.parse(event.data);
    show(board);
    if (board.chime && sound) ring();
  });
  for (const name of ['open', 'calls', 'beat']) source.addEventListener(name, alive);
  source.addEventListener('error', () => {
    connection.textContent = connection.dataset.lost;
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  });
}

function show(board) {
  calls.replaceChildren(...board.calls.map(({ number, counter }) => row([number, counter])));
  updated.dateTime = board.asOf;
  updated.textContent = clock.format(new Date(board.asOf));
}

function row(texts) {
  const tr = document.createElement('tr');
  for (const text of texts) tr.insertCell().textContent = text;
  return tr;
}

/** The server beats every 15 seconds: three missed beats mean that the board may be wrong, and it says so. */
function alive() {
  connection.textContent = '';
  clearTimeout(silence);
  silence = setTimeout(() => (connection.textContent = connection.dataset.lost), SILENCE);
}

function showSound() {
  chime.textContent = sound ? chime.dataset.off : chime.dataset.on;
}
