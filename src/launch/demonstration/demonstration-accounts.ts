import type { INestApplicationContext } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { STAFF_ROLES, type StaffRole } from '../../platform/auth/roles.js';
import { randomText, WORDLESS } from '../../platform/crypto/secret-text.js';
import { Database } from '../../platform/database/database.js';
import { SessionsService } from '../../staff/access/sessions.service.js';
import { AccountsService } from '../../staff/accounts/accounts.service.js';
import { hashPassword } from '../../staff/accounts/password.js';
import { CountersigningService } from '../../staff/countersigning/countersigning.service.js';
import { Factors } from '../../staff/second-factor/factors.js';

export interface DemonstrationAccount {
  username: string;
  password: string;
  role: StaffRole;
}

/** One account per role, and a second officer and administrator so that four eyes can be tried; each named like its role. */
const ACCOUNTS: readonly { username: string; role: StaffRole }[] = [
  ...STAFF_ROLES.map((role) => ({ username: role, role })),
  { username: 'officer2', role: 'officer' },
  { username: 'administrator2', role: 'administrator' },
];

/** Makes the accounts, whose passwords are used as they are, or gives those that exist new passwords, takes their second factors away and ends their sessions. */
export async function giveAccounts(
  app: INestApplicationContext,
  caller: Caller,
): Promise<DemonstrationAccount[]> {
  const { items } = await app.get(AccountsService).list(caller);
  const existing = new Map(items.map(({ username, id }) => [username, id]));
  return Promise.all(
    ACCOUNTS.map(async (account) => {
      const given = { ...account, password: randomText(WORDLESS, 16) };
      const id = existing.get(account.username);
      await (id ? changePassword(app, caller, id, given.password) : create(app, caller, given));
      return given;
    }),
  );
}

/** Makes the accounts that a later version has more of, and leaves those that exist alone. @returns what was made */
export async function addAccounts(
  app: INestApplicationContext,
  caller: Caller,
): Promise<DemonstrationAccount[]> {
  const { items } = await app.get(AccountsService).list(caller);
  const missing = ACCOUNTS.filter((account) => !items.some(({ username }) => username === account.username));
  return Promise.all(
    missing.map(async (account) => {
      const given = { ...account, password: randomText(WORDLESS, 16) };
      await create(app, caller, given);
      return given;
    }),
  );
}

const create = (app: INestApplicationContext, caller: Caller, account: DemonstrationAccount) =>
  app
    .get(AccountsService)
    .create(
      caller,
      { ...account, displayName: `Demonstration ${account.username}`, posts: [...caller.posts] },
      'by-holder',
    );

async function changePassword(
  app: INestApplicationContext,
  caller: Caller,
  id: string,
  password: string,
): Promise<void> {
  const hash = await hashPassword(password);
  await app.get(Database).transaction(caller.posts, async (tx) => {
    await tx.query(
      `UPDATE account SET password_hash = $2, password_owed = false, password_changed_at = now(), second_factor_reset_at = NULL, active = true,
         version = version + 1 WHERE id = $1`,
      [id, hash],
    );
    await app.get(Factors).removeAll(tx, id);
    await app.get(SessionsService).endAllOf(tx, id);
    await app.get(CountersigningService).confirmAllOf(tx, caller, id);
  });
}
