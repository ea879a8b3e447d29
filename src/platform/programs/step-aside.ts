import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** After everyone else. */
const LAST = 19;

/**
 * The whole process comes after everyone else from now on. On Linux a priority is a thread's own, and new threads have
 * that of the thread they were started by: those which V8 started before us are gone through. And it counts within a
 * session only where the kernel shares time out by sessions (sched(7), autogroup; each process of PostgreSQL has one of
 * its own): call it in a process started `detached`, which has its session to itself. Whoever comes after everyone else has
 * the policy of the idle as well (SCHED_IDLE): its core counts as free to whoever wakes up, and is theirs at once.
 * @param niceness 0 as whoever started it, 19 after everyone else
 */
export function stepAside(niceness: number): void {
  if (niceness <= getPriority()) return;
  attempt(() => setPriority(niceness));
  attempt(() => {
    for (const thread of readdirSync('/proc/self/task')) attempt(() => setPriority(Number(thread), niceness));
  });
  attempt(() => writeFileSync('/proc/self/autogroup', String(niceness)));
  // of util-linux; where a machine has not got it, nothing is thrown
  if (niceness === LAST) spawnSync('chrt', ['--all-tasks', '--idle', '--pid', '0', String(process.pid)]);
}

/** A machine that has not got this, or does not let us be modest, works all the same. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    return;
  }
}
