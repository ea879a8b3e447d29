import type { Cluster } from './cluster.js';
import { findPostmaster } from './postmaster.js';
import { runServer } from './run-server.js';

const CHECK_MS = 1_000;

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
    restart = runServer(cluster)
      .catch((error: unknown) => cluster.onNotice(String(error)))
      .finally(() => (restarting = false));
  }, CHECK_MS);
  watch.unref();
  return () => {
    clearInterval(watch);
    return restart;
  };
}
