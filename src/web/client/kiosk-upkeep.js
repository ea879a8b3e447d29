import { line, watchLine } from './kiosk-line.js';
import { outbox } from './kiosk-outbox.js';
import { arrived, sectionOf, state } from './kiosk-screens.js';
import { showOutbox } from './kiosk-staff.js';

const LOOK_FOR_NEWS = 3_600_000;

/** Keeps the kiosk going: its worker, its storage, its line, and news of the service while nobody is at it. */
export function keepWorking() {
  watchLine(showLine);
  void navigator.storage.persist?.();
  void keepWorker();
}

/** Says in words whether there is a network, and how much is kept. Said only when it changes. */
export function showLine() {
  const place = document.querySelector('[data-connection]');
  const { online, offline, notEnrolled, kept } = place.dataset;
  const words = { online, offline, 'not-enrolled': notEnrolled }[line.state];
  const said = line.kept > 0 ? `${words} ${kept.replace('{count}', String(line.kept))}` : words;
  if (place.textContent !== said) place.textContent = said;
  place.classList.toggle('pulang-connection--lost', line.state !== 'online');
  if (state.screen === 'staff') void showOutbox(sectionOf('staff'));
  if (state.receipt && !state.receipt.sent) void lookForReceipt();
}

async function lookForReceipt() {
  const item = (await outbox.all()).find(({ id }) => id === state.receipt?.id);
  if (item) arrived(item.id, item);
}

async function keepWorker() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  let before = workers.controller;
  workers.addEventListener('controllerchange', () => {
    // another build has taken over: shown when nobody is in the middle of something
    if (before && state.screen === 'start') window.location.replace('/kiosk');
    before = workers.controller;
  });
  const registration = await workers
    .register('/kiosk/worker.js', { scope: '/kiosk', updateViaCache: 'none' })
    .catch(() => undefined);
  setInterval(() => void registration?.update().catch(() => undefined), LOOK_FOR_NEWS);
}
