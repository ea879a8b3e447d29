// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { inCheckout, ROOT } from './checkout.mjs';
import { Failure } from './failure.mjs';
import { node24 } from './node-24.mjs';
import { whenOrphaned } from './when-orphaned.mjs';

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] shows what the program says only where it fails
 * @property {boolean} [endsWithUs] the program is told when we die, even by kill -9 (its IPC channel closes)
 */

/** @param {string} path of a compiled file, below dist/src */
export const inDist = (path) => inCheckout(`dist/src/${path}`);

/**
 * Collecting garbage and compiling, V8 takes four threads beside the main one; on a small machine they take both cores
 * from the database and from whoever is being answered.
 */
export const ONE_V8_THREAD = '--v8-pool-size=1';

/**
 * Runs a script under Node 24, in the folder where the command was given.
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export const runNode = (args, options) => run(node24(), ['--enable-source-maps', ...args], options);

/**
 * Runs a program to its end, passing signals on to it.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 128 and more where a signal ended it
 */
export function run(
  program,
  args,
  { cwd = ROOT, env = process.env, quiet = false, endsWithUs = false } = {},
) {
  return new Promise((resolve, reject) => {
    const output = quiet ? 'pipe' : 'inherit';
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: endsWithUs ? ['inherit', output, output, 'ipc'] : ['inherit', output, output],
    });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
    const stopPassing = passSignals((signal) => child.kill(signal));
    child.once('error', (error) => reject(new Failure(`${program} cannot be run: ${error.message}`)));
    child.once('close', (code, signal) => {
      stopPassing();
      const status = code ?? 128 + constants.signals[signal ?? 'SIGKILL'];
      if (quiet && status !== 0) process.stderr.write(Buffer.concat(said));
      resolve(status);
    });
  });
}

/**
 * Passes on what we are told, and SIGTERM where npm, which called us, is gone: nobody could tell us any more.
 * @param {(signal: NodeJS.Signals) => void} pass
 * @returns {() => void} ends it
 */
function passSignals(pass) {
  for (const signal of SIGNALS) process.on(signal, pass);
  const stopWatching = process.env.npm_lifecycle_event
    ? whenOrphaned(() => pass('SIGTERM'))
    : () => undefined;
  return () => {
    stopWatching();
    for (const signal of SIGNALS) process.off(signal, pass);
  };
}
