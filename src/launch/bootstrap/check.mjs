// @ts-check
import { inCheckout } from './checkout.mjs';
import { runNode } from './run.mjs';

/** Everything that reads the code without running it. @type {[title: string, program: string, ...args: string[]][]} */
const CHECKS = [
  ['types', 'typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['lint', 'eslint/bin/eslint.js', '.', '--max-warnings=0'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  [
    'direction of imports',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    '--config',
    '.dependency-cruiser.cjs',
  ],
  ['dead code', 'knip/bin/knip.js'],
];

/** Runs every check, also after one has failed. */
export async function check() {
  const failed = [];
  for (const [title, program, ...args] of CHECKS) {
    console.log(`── ${title}`);
    if ((await runNode([inCheckout(`node_modules/${program}`), ...args])) !== 0) failed.push(title);
  }
  console.log(
    failed.length === 0 ? `${CHECKS.length} checks passed, 0 failed` : `Failed: ${failed.join(', ')}`,
  );
  return failed.length === 0 ? 0 : 1;
}
