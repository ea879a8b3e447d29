import { setTimeout as sleep } from 'node:timers/promises';
import { LaunchFault } from '../launch-fault.js';
import { findPostmaster } from './postmaster.js';

/**
 * What is tried in turn, and how long it gets (PostgreSQL, "Shutting Down the Server"): a fast shutdown, an immediate
 * one, and for a server that hangs the kernel's. After the last two the next start recovers from the write-ahead log.
 */
const SHUTDOWNS = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/** Stops whatever server runs on the cluster; none is fine. @throws LaunchFault where it cannot be stopped */
export async function stopServer(cluster: string): Promise<void> {
  for (const [signal, patience] of SHUTDOWNS) {
    const postmaster = findPostmaster(cluster);
    if (!postmaster) return;
    sendSignal(postmaster.pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!findPostmaster(cluster)) return;
      await sleep(20);
    }
  }
  throw new LaunchFault(`The database server on ${cluster} cannot be stopped. Stop it by hand.`);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself, or is not ours to stop: the wait that follows tells which.
  }
}
