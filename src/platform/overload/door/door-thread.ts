import { createServer } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { Admission } from '../admission.js';
import { BusyAnswers } from '../busy-answer.js';
import { inBatches } from '../in-batches.js';
import { BATCH_MS } from '../quick-refusal.js';
import { ConnectionLedger } from './connection-ledger.js';
import type { DoorPlan } from './door-plan.js';
import { Visitor } from './visitor.js';

const { listen, service, patienceMs, most, words, counts, rows } = workerData as DoorPlan;
const work = {
  admission: new Admission(most, counts),
  answers: new BusyAnswers(words),
  ledger: new ConnectionLedger(rows),
  service,
  patienceMs,
  soon: inBatches(BATCH_MS),
};

// half-closed connections end on both sides, one after the other, as they would without us
const server = createServer(
  { allowHalfOpen: true, noDelay: true },
  (client) => void new Visitor(client, work),
);
server.listen(listen, () => parentPort!.postMessage(server.address()));
// told to: nobody else comes in, and the thread ends with the last who is here
parentPort!.once('message', () => {
  server.close();
  parentPort!.close();
});
