import { parentPort, workerData } from 'node:worker_threads';
import { runSeed } from './run-seed.js';
import type { Scenario } from './scenario.js';

/** A thread that runs the seeds it is sent, one after the other. */
const { scenario, replies } = workerData as { scenario: Scenario; replies: number };
parentPort!.on('message', (seed: number) => {
  parentPort!.postMessage({ seed, runs: runSeed(scenario, seed, replies) });
});
