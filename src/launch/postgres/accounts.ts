import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A user of this machine as a child process takes it. */
export interface Account {
  uid: number;
  gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Whom the server runs as when root starts it, since PostgreSQL refuses root: `postgres`, else `nobody`. */
export function unprivilegedAccount(): Account {
  const accounts = readAccounts();
  return accounts.get('postgres') ?? accounts.get('nobody') ?? { uid: 65534, gid: 65534 };
}

/** @returns the user's name, or the number where the machine knows no name */
export const accountNamed = (uid: number): string =>
  [...readAccounts()].find(([, account]) => account.uid === uid)?.[0] ?? `user ${uid}`;

/** Whether `account` (undefined: whoever runs this) may enter a folder: asked of the system, not guessed from modes. */
export const canEnter = (account: Account | undefined, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status ===
  0;

function readAccounts(): Map<string, Account> {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return new Map(
    lines
      .map((line) => line.split(':'))
      .filter((fields) => fields.length >= 4)
      .map(([name, , uid, gid]) => [name ?? '', { uid: Number(uid), gid: Number(gid) }]),
  );
}
