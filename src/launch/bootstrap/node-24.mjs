// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inCheckout } from './checkout.mjs';
import { Failure } from './failure.mjs';

const WANTED = 24;

/**
 * The Node that everything runs on: the one that npm installed with us, else the one we are running on.
 * @returns {string} path of the program
 * @throws {Failure} where both are missing or too old
 */
export function node24() {
  const own = inCheckout(`node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  if (Number.parseInt(process.versions.node) >= WANTED) return process.execPath;
  throw new Failure(
    `Pulang needs Node ${WANTED}, this is ${process.version}, and npm has none for ${process.platform} on ${process.arch}. Install Node ${WANTED} and give the command again.`,
  );
}
