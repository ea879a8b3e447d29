import { ring } from './chime.js';
import { enrolmentCode } from './enrolment-code.js';
import { speak } from './spoken-calls.js';

const { events, locale, timeZone } = document.body.dataset;
const calls = document.querySelector('[data-calls]');
const empty = document.querySelector('[data-empty]');
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
const TURN = 6000;
/** The page is asked for so often: a stream alone cannot tell the browser that the board stays enrolled. */
const PRESENCE = 6 * 3600_000;
/** By then its cookie is on the disk, and the code that enrolled it is needed no more. */
const SETTLED = 95_000;
const speech = document.querySelector('[data-speech]');
let spoken = localStorage.getItem('speech') === 'on';
let sound = localStorage.getItem('chime') !== 'off';
let silence;

listen();
setInterval(beSeen, PRESENCE);
setTimeout(() => void beSeen().then(enrolmentCode.forgetOld), SETTLED);
takeTurns();
showSound();
chime.hidden = false;
speech.hidden = !('speechSynthesis' in window);
speech.addEventListener('click', () => {
  spoken = !spoken;
  localStorage.setItem('speech', spoken ? 'on' : 'off');
  showSound();
  speechSynthesis.cancel();
});
chime.addEventListener('click', () => {
  sound = !sound;
  localStorage.setItem('chime', sound ? 'on' : 'off');
  showSound();
  if (sound) ring();
});

function beSeen() {
  return fetch(location.href, { cache: 'no-store' }).catch(() => undefined);
}

/** The browser reconnects by itself; a closed source (the server answered with an error) is opened anew. */
function listen() {
  const source = new EventSource(events);
  source.addEventListener('calls', (event) => {
    const board = JSON.parse(event.data);
    const fresh = show(board);
    if (board.chime && sound) ring();
    if (board.chime && spoken) speak(fresh.length > 0 ? fresh : board.calls.slice(0, 1));
  });
  for (const name of ['open', 'calls', 'beat']) source.addEventListener(name, alive);
  source.addEventListener('error', () => {
    lost();
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  });
}

/** Numbers that were not there before are marked for a while. @returns those */
function show(board) {
  const before = new Set([...calls.rows].map((row) => row.dataset.call));
  calls.replaceChildren(...board.calls.map(({ number, counter }) => row(number, counter, before)));
  empty.hidden = board.calls.length > 0;
  updated.dateTime = board.asOf;
  updated.textContent = clock.format(new Date(board.asOf));
  return board.calls.filter(({ number, counter }) => !before.has(`${number} ${counter}`));
}

function row(number, counter, before) {
  const tr = document.createElement('tr');
  tr.dataset.call = `${number} ${counter}`;
  for (const text of [number, counter]) tr.insertCell().textContent = text;
  if (!before.has(tr.dataset.call)) tr.className = 'pulang-board__new';
  return tr;
}

/** The server beats every 15 seconds: three missed beats mean that the board may be wrong, and it says so. */
function alive() {
  connection.textContent = '';
  document.body.classList.remove('pulang-board--lost');
  clearTimeout(silence);
  silence = setTimeout(lost, SILENCE);
}

function lost() {
  connection.textContent = connection.dataset.lost;
  document.body.classList.add('pulang-board--lost');
}

/** The few words there are, in each language in turn. */
function takeTurns() {
  const groups = [...document.querySelectorAll('[data-turns]')].map((group) => [...group.children]);
  let turn = 0;
  setInterval(() => {
    turn += 1;
    for (const words of groups) words.forEach((word, index) => (word.hidden = index !== turn % words.length));
  }, TURN);
}

function showSound() {
  chime.textContent = sound ? chime.dataset.off : chime.dataset.on;
  speech.textContent = spoken ? speech.dataset.off : speech.dataset.on;
}
