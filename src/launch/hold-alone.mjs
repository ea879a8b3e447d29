// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ release: () => Promise<void> }} Hold */

/**
 * Holds a name on this machine for as long as this process lives. The hold is a listening socket, so the kernel lets
 * go of it however the process dies: no stale lock to judge after a kill -9. Plain JavaScript because the bootstrap
 * needs it before anything is built.
 *
 * @param {string} name what is held, for example a folder
 * @returns {Promise<Hold | undefined>} undefined while a process, this one included, holds the name
 */
export async function holdAlone(name) {
  const address = addressOf(name);
  if (existsSync(address) && (await holderOf(name)) === undefined) unlinkSync(address);
  return new Promise((resolve, reject) => {
    const server = createServer((asker) => asker.on('error', () => undefined).end(String(process.pid)));
    server.unref();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(address, () =>
      resolve({ release: () => new Promise((done) => server.close(() => done())) }),
    );
  });
}

/**
 * @param {string} name
 * @returns {Promise<number | undefined>} process id of whoever holds the name
 */
export function holderOf(name) {
  return new Promise((resolve) => {
    let answer = '';
    connect(addressOf(name))
      .on('data', (part) => (answer += part))
      .on('end', () => resolve(Number(answer) || undefined))
      .on('error', () => resolve(undefined));
  });
}

/**
 * On Linux a name without a file (an "abstract" socket); elsewhere a socket file, which outlives its process.
 * @param {string} name
 */
function addressOf(name) {
  const key = `pulang-${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  return process.platform === 'linux' ? `\0${key}` : join(tmpdir(), key);
}
