import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LaunchFault } from '../launch-fault.js';
import { writeAccess } from './access.js';
import { answers } from './answers.js';
import type { Cluster } from './cluster.js';
import { tryPort } from './ports.js';
import { findPostmaster } from './postmaster.js';
import { serverEnvironment, serverSettings } from './server-settings.js';
import { stopServer } from './stop-server.js';

const POLL_MS = 30;
/** How long a server that was left running gets to answer before it is stopped. */
const LEFT_SERVER_MS = 5_000;
/** A start after a crash replays the write-ahead log first. */
const START_MS = 120_000;

/**
 * Sees to it that a server runs on the cluster and answers: one that outlived the process that started it is used
 * again, or stopped where it does not answer; otherwise one is started.
 * @throws LaunchFault with the server's own last words
 */
export async function runServer(cluster: Cluster): Promise<void> {
  const left = findPostmaster(cluster.cluster);
  if (left && (await answersWhileAlive(cluster, left.port))) {
    cluster.access.port = left.port;
    return;
  }
  if (left)
    cluster.onNotice('The database server left from an earlier start does not answer; it is stopped.');
  await stopServer(cluster.cluster);
  await startServer(cluster);
}

async function answersWhileAlive(cluster: Cluster, port: number): Promise<boolean> {
  const deadline = Date.now() + LEFT_SERVER_MS;
  while (Date.now() < deadline && findPostmaster(cluster.cluster)) {
    if (await answers(cluster.access, port)) return true;
    await sleep(POLL_MS);
  }
  return false;
}

async function startServer(cluster: Cluster): Promise<void> {
  const { access, home } = cluster;
  const remembered = access.port === 0 ? 'none' : await tryPort(access.port);
  access.port = typeof remembered === 'number' ? remembered : Number(await tryPort(0));
  writeAccess(home, access);

  const log = join(home, 'postgres.log');
  const logFile = openSync(log, 'a', 0o600);
  const logStart = statSync(log).size;
  const server = spawn(
    join(cluster.binaries.folder, 'bin/postgres'),
    ['-D', cluster.cluster, ...serverSettings(access.port, cluster.durable)],
    {
      ...cluster.runAs,
      cwd: '/',
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', logFile, logFile],
    },
  );
  closeSync(logFile);
  server.unref();
  if (await answersBeforeExit(server, cluster)) return;
  const words = readFileSync(log, 'utf8').slice(logStart).trim().split('\n').at(-1);
  throw new LaunchFault(`The database server did not start: ${words ?? 'no reason given'} (more in ${log})`);
}

async function answersBeforeExit(server: ChildProcess, { access }: Cluster): Promise<boolean> {
  let over = false;
  server.once('error', () => (over = true)).once('exit', () => (over = true));
  const deadline = Date.now() + START_MS;
  while (!over && Date.now() < deadline) {
    if (await answers(access, access.port)) return true;
    await sleep(POLL_MS);
  }
  return false;
}
