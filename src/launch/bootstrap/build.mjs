// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { inCheckout } from './checkout.mjs';
import { Failure } from './failure.mjs';
import { inDist, runNode } from './run.mjs';

const SOURCES = ['src', 'migrations', 'nest-cli.json', '.swcrc', 'package-lock.json'];
/** What dist/ was made from; written last, so an interrupted build is made again. */
const STAMP = inCheckout('dist/.made-from');

/**
 * Builds dist/ where the sources have changed since: the code with Nest's compiler (swc), then style sheets and scripts.
 * @throws {Failure} where that fails; the compiler has said why
 */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await alone('build', async () => {
    if (isBuilt()) return;
    const sources = fingerprint();
    console.error('Building …');
    await step(inCheckout('node_modules/@nestjs/cli/bin/nest.js'), 'build');
    await step(inDist('web/styles/build-styles.js'));
    writeFileSync(STAMP, sources);
  });
}

/** @param {string[]} args */
async function step(...args) {
  if ((await runNode(args, { quiet: true })) !== 0)
    throw new Failure('The build failed: see above. Set it right and give the command again.');
}

const isBuilt = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();

/** Of every source's name and content, tests left out. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn))
    hash.update(`${file}\0`).update(readFileSync(inCheckout(file)));
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  if (/\.[a-z]+$/.test(path)) return path.endsWith('.spec.ts') ? [] : [path];
  return readdirSync(inCheckout(path))
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
