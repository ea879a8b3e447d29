import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { LaunchFault } from '../launch-fault.js';
import { isRoot } from './accounts.js';
import { linkLibraries } from './library-links.js';

/**
 * A copy of PostgreSQL's programs (60 MB) that every user can run, made once for each version.
 * @param folder the package's `native` folder
 * @returns the copy's folder
 */
export function copyForEveryone(
  folder: string,
  version: string,
  onNotice: (sentence: string) => void,
): string {
  const copy = join(cacheFolder(), `postgres-${version}`);
  if (existsSync(copy)) return join(copy, 'native');
  onNotice(`PostgreSQL's programs are copied to ${copy}, where the server can reach them.`);
  const unfinished = `${copy}.${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
    cpSync(folder, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(unfinished, 'native'));
    execFileSync('chmod', ['-R', 'a+rX', cacheFolder()]);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy))
      throw new LaunchFault(
        `PostgreSQL's programs cannot be copied to ${copy}: ${(error as Error).message}.`,
      );
  }
  return join(copy, 'native');
}

const cacheFolder = (): string =>
  isRoot() ? '/var/cache/pulang' : join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'pulang');
