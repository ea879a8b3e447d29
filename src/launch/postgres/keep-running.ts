import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import { tryPort } from './ports.js';
import { findPostmaster } from './postmaster.js';
import { runServer } from './run-server.js';

const CHECK_MS = 1_000;
/** How long somebody else may have the port, such as a connection that goes out from it. */
const PORT_TAKEN_MS = 30_000;

/**
 * Starts the server again when it dies (out of memory, a kill); connections made afterwards find it on the same port.
 * @returns ends the watch, after a restart that is under way
 */
export function keepRunning(cluster: Cluster): () => Promise<void> {
  let restart = Promise.resolve();
  let restarting = false;
  const watch = setInterval(() => {
    if (restarting || findPostmaster(cluster.cluster)) return;
    restarting = true;
    cluster.onNotice('The database server ended unexpectedly; it is started again.');
    restart = portIsFree(cluster.access.port)
      .then(() => runServer(cluster))
      .catch((error: unknown) => cluster.onNotice(String(error)))
      .finally(() => (restarting = false));
  }, CHECK_MS);
  watch.unref();
  return () => {
    clearInterval(watch);
    return restart;
  };
}

/** Those who are connected know this port alone. */
async function portIsFree(port: number): Promise<void> {
  const deadline = Date.now() + PORT_TAKEN_MS;
  while ((await tryPort(port)) !== port && Date.now() < deadline) await sleep(CHECK_MS / 10);
}
