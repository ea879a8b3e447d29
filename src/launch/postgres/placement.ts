import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchFault } from '../launch-fault.js';
import { type Account, canEnter, isRoot, unprivilegedAccount } from './accounts.js';

/** Where the server's data lie and whom the server runs as. */
export interface Placement {
  /** Our folder: passwords, log, and the cluster inside it. */
  home: string;
  /** PostgreSQL's own folder (0700), which belongs to the server's user. */
  cluster: string;
  /** Undefined: the server runs as whoever starts it. */
  runAs: Account | undefined;
}

/**
 * Chooses the place inside the data folder, or, where root starts the service and the server's user cannot reach that
 * folder, one under /var/lib. A cluster that exists decides place and user, so data are never silently left behind.
 * @param dataDir real path of the data folder
 */
export function placeCluster(dataDir: string, onNotice: (sentence: string) => void): Placement {
  const near = join(dataDir, 'postgres');
  if (!isRoot()) return placement(makeHome(near, 0o700), undefined);

  const far = `/var/lib/pulang-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  const existing = [near, far].find((home) => existsSync(join(home, 'cluster')));
  const runAs = existing ? ownerOf(join(existing, 'cluster')) : unprivilegedAccount();
  if (existing && !canEnter(runAs, existing))
    throw new LaunchFault(
      `The database's user can no longer reach ${existing}. Open the folders above it to passage (chmod o+x).`,
    );
  if (existing) return placement(existing, runAs);
  if (canEnter(runAs, makeHome(near, 0o711))) return placement(near, runAs);
  rmSync(near, { recursive: true });
  onNotice(`The database's user cannot reach ${dataDir}, so the database is kept in ${far}.`);
  return placement(makeHome(far, 0o711), runAs);
}

const placement = (home: string, runAs: Account | undefined): Placement => ({
  home,
  cluster: join(home, 'cluster'),
  runAs,
});

function makeHome(home: string, mode: number): string {
  mkdirSync(home, { recursive: true });
  chmodSync(home, mode);
  return home;
}

function ownerOf(cluster: string): Account {
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? unprivilegedAccount() : { uid, gid };
}
