import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchFault } from '../launch-fault.js';
import { writePrivately } from '../write-privately.js';

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

export const writeAccess = (home: string, access: Access): void => writePrivately(fileIn(home), access);

/** Connection URL of a role. */
export const urlOf = ({ port, passwords }: Access, role: RoleKind, database: string = DATABASE): string =>
  `postgres://${ROLES[role]}:${passwords[role]}@127.0.0.1:${port}/${database}`;
