import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchFault } from '../launch-fault.js';

/** The roles: the cluster's superuser, the owner of the schema (migrations), and the service, which owns nothing. */
export const ROLES = { superuser: 'pulang_super', owner: 'pulang_owner', app: 'pulang_app' } as const;
export const DATABASE = 'pulang';

export type RoleKind = keyof typeof ROLES;

/** How the cluster is reached: the port it had last, and the roles' passwords. Kept beside it, readable by us alone. */
export interface Access {
  port: number;
  passwords: Record<RoleKind, string>;
}

const newPassword = (): string => randomBytes(24).toString('base64url');

/** Generated passwords for a new cluster; port 0 stands for "not chosen yet". */
export const newAccess = (): Access => ({
  port: 0,
  passwords: { superuser: newPassword(), owner: newPassword(), app: newPassword() },
});

const fileIn = (home: string): string => join(home, 'access.json');

/** @throws LaunchFault when the file is gone: without it nobody can sign in to the cluster */
export function readAccess(home: string): Access {
  if (!existsSync(fileIn(home)))
    throw new LaunchFault(
      `The database's passwords (${fileIn(home)}) are missing. Put the file back, or delete ${home} and with it all data.`,
    );
  return JSON.parse(readFileSync(fileIn(home), 'utf8')) as Access;
}

/** Replaces the file whole, so that a crash leaves the old or the new one. */
export function writeAccess(home: string, access: Access): void {
  const unfinished = `${fileIn(home)}.new`;
  writeFileSync(unfinished, JSON.stringify(access, undefined, 2), { mode: 0o600 });
  renameSync(unfinished, fileIn(home));
}

/** Connection URL of a role. */
export const urlOf = ({ port, passwords }: Access, role: RoleKind, database: string = DATABASE): string =>
  `postgres://${ROLES[role]}:${passwords[role]}@127.0.0.1:${port}/${database}`;
