import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/problems/problem.js';
import { SignInLimit } from '../access/sign-in-limit.js';
import { eventsAt } from '../accounts/account-events.js';
import { CODE_HOURS, holderCodeIndex } from './holder-code.js';

const wrong = () => invalid({ pointer: '/code', code: 'wrong-code' });
const MEANT = `account_id = $1 AND code_index = $2 AND confirmed_at > now() - make_interval(hours => ${CODE_HOURS})`;

/** The code that whoever confirmed an account gave its holder. Whoever gave the account its password never saw it. */
@Injectable()
export class HolderCodes {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly limit: SignInLimit,
    private readonly audit: AuditLog,
  ) {}

  /** @returns what {@link spend} takes. @throws Problem `invalid-input` where it is wrong or too old, `too-many-attempts` (429) */
  async check(caller: Caller, code: string): Promise<Buffer> {
    const [id, index] = [caller.id!, holderCodeIndex(this.keyring, code)];
    const forgive = await this.limit.attempt('holder code', id);
    const meant = await this.database.dataSource.query<unknown[]>(
      `SELECT FROM account_countersignature WHERE ${MEANT}`,
      [id, index],
    );
    if (meant.length === 0) {
      await this.database.transaction(caller.posts, (tx) =>
        this.audit.record(tx, caller, ...eventsAt(caller.posts, 'staff.holder-code-refused', id)),
      );
      throw wrong();
    }
    await forgive();
    return index;
  }

  /** In the transaction in which its holder's new password was stored. @throws Problem `invalid-input` where it was used meanwhile */
  async spend(tx: EntityManager, accountId: string, index: Buffer): Promise<void> {
    const [spent] = await tx.query<[unknown[], number]>(
      `UPDATE account_countersignature SET code_index = NULL WHERE ${MEANT} RETURNING id`,
      [accountId, index],
    );
    if (spent.length === 0) throw wrong();
  }
}
