import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchFault } from '../launch-fault.js';
import { newAccess, ROLES, writeAccess } from './access.js';
import type { Binaries } from './binaries.js';
import type { Placement } from './placement.js';
import { serverEnvironment } from './server-settings.js';

/**
 * Makes the cluster where there is none, as one step: it gets its name only when it is complete, so an interrupted
 * start leaves nothing half made.
 *
 * The locale is PostgreSQL's own C.UTF-8: the same order and the same case rules on every machine and after every
 * upgrade of the system's libraries, which would otherwise corrupt indexes on text.
 * @throws LaunchFault with initdb's own last words
 */
export function createCluster(
  { home, cluster, runAs }: Placement,
  binaries: Binaries,
  durable: boolean,
): void {
  const access = newAccess();
  const unfinished = `${cluster}.new`;
  const passwordFile = `${unfinished}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, access.passwords.superuser, { mode: 0o600 });
  if (runAs) for (const path of [unfinished, passwordFile]) chownSync(path, runAs.uid, runAs.gid);
  const { status, stderr, error } = spawnSync(
    join(binaries.folder, 'bin/initdb'),
    [
      ...['--pgdata', unfinished, '--username', ROLES.superuser, '--pwfile', passwordFile],
      ...['--auth', 'scram-sha-256', '--data-checksums', '--encoding', 'UTF8'],
      ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...runAs, cwd: '/', env: serverEnvironment(), encoding: 'utf8' },
  );
  rmSync(passwordFile);
  if (status !== 0)
    throw new LaunchFault(`The database cannot be made in ${home}: ${error?.message ?? stderr.trim()}`);
  writeAccess(home, access);
  renameSync(unfinished, cluster);
}

/** @throws LaunchFault when another major version of PostgreSQL made the cluster */
export function checkVersion(cluster: string, binaries: Binaries): void {
  const file = join(cluster, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'an unknown version';
  if (version !== String(binaries.major))
    throw new LaunchFault(
      `The database in ${cluster} was made by PostgreSQL ${version}, and Pulang comes with ${binaries.major}. Move that folder away and start anew, or carry its data over with pg_dump.`,
    );
}
