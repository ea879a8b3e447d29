import { afterAnswer, isDue, isForgotten, readAnswer, tryNow } from '../kiosk/device/outbox-state.js';
import { enrolAgain, enrolmentCode } from './enrolment-code.js';
import { outbox } from './kiosk-outbox.js';
import { hearTime } from './kiosk-today.js';

const PULSE = '/kiosk/pulse';
const SEND_TO = '/v1/sealed-registrations';
const EVERY = 10_000;
const PATIENCE = 15_000;

/** What is known of the line to the service: `online`, `offline`, or `not-enrolled` where it no longer knows this kiosk. */
export const line = { state: 'online', kept: 0 };

/** @type {() => void} */
let tell = () => undefined;

/**
 * Keeps asking whether the service is there and sends what is kept as soon as it is.
 * @param {() => void} changed called whenever the line or what is kept may have changed
 */
export function watchLine(changed) {
  tell = changed;
  window.addEventListener('online', check);
  window.addEventListener('offline', () => become('offline'));
  setInterval(check, EVERY);
  void check();
}

/** Sends everything, also what was refused before. */
export async function sendEverything() {
  for (const item of await outbox.all())
    if (item.state !== 'sent') await outbox.put(tryNow(item, Date.now()));
  await check();
}

async function check() {
  const before = line.state;
  become(navigator.onLine ? await pulse() : 'offline');
  if (line.state === 'not-enrolled' && (await enrolAgain())) become(await pulse());
  if (line.state === 'online') await enrolmentCode.forgetOld();
  if (line.state === 'online') await sendDue(before !== 'online');
  await count();
}

async function pulse() {
  const answer = await ask(PULSE, { redirect: 'manual' });
  if (answer?.status === 204) {
    hearTime(answer.headers.get('date'));
    return 'online';
  }
  return answer?.status === 401 || answer?.status === 403 ? 'not-enrolled' : 'offline';
}

/**
 * One sender at a time, whatever windows are open. What was sent twice all the same counts once: the service knows the key.
 * @param {boolean} back the network has just come back: waiting times are over
 */
const sendDue = (back) =>
  navigator.locks.request('outbox', async () => {
    for (const item of await outbox.all()) {
      if (isForgotten(item, Date.now())) await outbox.remove(item.id);
      if (!isDue(back && item.state === 'waiting' ? tryNow(item, Date.now()) : item, Date.now())) continue;
      await deliver(item);
      if (line.state !== 'online') return;
    }
  });

/** Sends one item now. @returns what became of it */
export async function deliver(item) {
  const answer = await ask(SEND_TO, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': item.id },
    body: JSON.stringify({ box: item.box }),
  });
  const read = answer
    ? readAnswer(answer.status, await answer.json().catch(() => undefined), answer.headers.get('retry-after'))
    : { kind: 'later', seconds: null };
  if (!answer) become('offline');
  if (read.kind === 'not-enrolled') become('not-enrolled');
  const then = afterAnswer(item, read, Date.now(), Math.random());
  await outbox.put(then);
  await count();
  return then;
}

/** @returns {Promise<Response | undefined>} nothing where the service cannot be reached */
const ask = (path, options) =>
  fetch(path, {
    cache: 'no-store',
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PATIENCE),
    ...options,
    headers: { accept: 'application/json', ...options.headers },
  }).catch(() => undefined);

async function count() {
  line.kept = (await outbox.all()).filter(({ state }) => state !== 'sent').length;
  tell();
}

function become(state) {
  line.state = state;
  tell();
}
