import { setTimeout as sleep } from 'node:timers/promises';
import { LaunchFault } from './launch-fault.js';
import { tryPort } from './postgres/ports.js';

/** A service that was just stopped needs a moment to let go of its port. */
const PATIENCE_MS = 3_000;

/**
 * Checks that a port can be listened on, before anything slow is done.
 * @param port 0 stands for any free one
 * @returns the port
 * @throws LaunchFault where it is taken or forbidden, with what to do
 */
export async function freePort(port: number, host: string): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const got = await tryPort(port, host);
    if (typeof got === 'number') return got;
    if (got !== 'EADDRINUSE' || Date.now() > deadline) throw new LaunchFault(cannotListen(got, port, host));
    await sleep(100);
  }
}

/** Why nobody can listen there, and what to do. @param code of the system, such as EADDRINUSE */
export function cannotListen(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program, or by Pulang itself. Stop that one, or choose another: PORT=${port + 1} npm start`;
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this user has. Choose another: PORT=3000 npm start`;
  return `Nobody can listen on ${host}, port ${port} (${code}). Choose others: HOST=… PORT=… npm start`;
}
