import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The server's first process. */
export interface Postmaster {
  pid: number;
  port: number;
}

/**
 * The server running on a cluster, whoever started it, as `postmaster.pid` tells: line 1 is its process id, line 4 its
 * port (PostgreSQL, "Database File Layout"). A file that a crash left behind, whose number is free or belongs to
 * another program by now, counts as none.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  return pid > 1 && servesCluster(pid, cluster) ? { pid, port: Number(lines[3]) } : undefined;
}

/** The command line tells a server of this cluster from whatever else has that number; a dead process has none. */
const servesCluster = (pid: number, cluster: string): boolean => commandLine(pid).includes(cluster);

function commandLine(pid: number): string {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
