// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';
import { holdAlone, holderOf } from '../hold-alone.mjs';
import { ROOT } from './checkout.mjs';

/**
 * Does `work` while no other process does the same on this checkout; waits for its turn, however long that takes.
 *
 * @template T
 * @param {string} what for example `install`
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(what, work) {
  const name = `${what} ${ROOT}`;
  let told = false;
  for (;;) {
    const hold = await holdAlone(name);
    if (hold) return work().finally(() => hold.release());
    if (!told) console.error(`Waiting for process ${await holderOf(name)}, which does the same (${what}) …`);
    told = true;
    await sleep(300);
  }
}
