// @ts-check
import { inCheckout } from './checkout.mjs';
import { runNode } from './run.mjs';
import { findTraces } from './traces.mjs';

/** @param {string} program below node_modules @param {string[]} args */
const tool =
  (program, ...args) =>
  () =>
    runNode([inCheckout(`node_modules/${program}`), ...args]);

/** @typedef {[title: string, run: () => Promise<number>]} Check */

/** Everything that reads the code without running it: lint alone takes as long as all others. @type {Check[][]} */
const LANES = [
  [['lint', tool('eslint/bin/eslint.js', '.', '--max-warnings=0')]],
  [
    ['types', tool('typescript/bin/tsc', '--noEmit', '-p', '.')],
    ['format', tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
    [
      'direction of imports',
      tool('dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.cjs'),
    ],
    ['dead code', tool('knip/bin/knip.js')],
    ['traces of one machine', findTraces],
  ],
];

/** Runs every check, the lanes side by side, also after one has failed. */
export async function check() {
  /** @type {string[]} */
  const failed = [];
  /** @param {Check[]} lane */
  const runLane = async (lane) => {
    for (const [title, runCheck] of lane) {
      console.log(`── ${title}`);
      if ((await runCheck()) !== 0) failed.push(title);
    }
  };
  await Promise.all(LANES.map(runLane));
  console.log(
    `Checks: ${LANES.flat().length - failed.length} passed, ${failed.length} failed ${failed.join(', ')}`,
  );
  return failed.length === 0 ? 0 : 1;
}
