// @ts-check
import { inCheckout } from './checkout.mjs';
import { runNode } from './run.mjs';
import { findTraces } from './traces.mjs';

/** @param {string} program below node_modules @param {string[]} args */
const tool =
  (program, ...args) =>
  () =>
    runNode([inCheckout(`node_modules/${program}`), ...args]);

/** Everything that reads the code without running it. @type {[title: string, run: () => Promise<number>][]} */
const CHECKS = [
  ['types', tool('typescript/bin/tsc', '--noEmit', '-p', '.')],
  ['lint', tool('eslint/bin/eslint.js', '.', '--max-warnings=0')],
  ['format', tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  [
    'direction of imports',
    tool('dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.cjs'),
  ],
  ['dead code', tool('knip/bin/knip.js')],
  ['traces of one machine', findTraces],
];

/** Runs every check, also after one has failed. */
export async function check() {
  const failed = [];
  for (const [title, runCheck] of CHECKS) {
    console.log(`── ${title}`);
    if ((await runCheck()) !== 0) failed.push(title);
  }
  console.log(
    `Checks: ${CHECKS.length - failed.length} passed, ${failed.length} failed ${failed.join(', ')}`,
  );
  return failed.length === 0 ? 0 : 1;
}
