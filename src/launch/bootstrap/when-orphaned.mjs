// @ts-check
import { readFileSync } from 'node:fs';

const WATCH_MS = 500;

/**
 * Calls `tell` when our parent, or its parent (npm puts a shell between itself and us), is gone.
 * @param {() => void} tell
 * @returns {() => void} ends the watch
 */
export function whenOrphaned(tell) {
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() !== before) tell();
  }, WATCH_MS);
  return () => clearInterval(watch);
}

/** Process numbers of parent and grandparent; the latter from /proc, so on Linux only. */
const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;

/** @param {number} pid */
function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
