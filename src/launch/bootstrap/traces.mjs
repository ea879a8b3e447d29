// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inCheckout, ROOT } from './checkout.mjs';

/** Traces of the machine that a file was written on, which mean nothing elsewhere. Spelt so as not to match itself. */
const TRACES = [
  [/(^|[\s'"`(=:])\/(work|home\/[a-z]+|Users\/[A-Za-z]+)\/[\w.]/m, 'a path of one machine'],
  [/"resolved": "https?:/, 'the host of a package registry'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----\n[A-Za-z0-9+/]/, 'a private key'],
];

/** Reads every file of the repository. @returns {Promise<number>} 0 where none bears a trace */
export async function findTraces() {
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  const found = (stdout ?? '')
    .split('\0')
    .filter((file) => /\.(ts|js|mjs|cjs|json|md|njk|scss|ya?ml|sh)$|^\.|ockerfile$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(inCheckout(file), 'utf8');
      return TRACES.filter(([form]) => /** @type {RegExp} */ (form).test(text)).map(
        ([, what]) => `${file}: ${what}`,
      );
    });
  for (const line of found) console.error(line);
  return found.length === 0 ? 0 : 1;
}
