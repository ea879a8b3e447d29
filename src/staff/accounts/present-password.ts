import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/problems/problem.js';
import { SignInLimit } from '../access/sign-in-limit.js';
import { eventsAt } from './account-events.js';
import { verifyPassword } from './password.js';

/** Staff who are signed in say their password again. Wrong ones are few, whatever they are said for, and on record. */
@Injectable()
export class PresentPassword {
  constructor(
    private readonly database: Database,
    private readonly limit: SignInLimit,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param pointer where it was sent. @returns the hash that it belongs to
   * @throws Problem `invalid-input` where it is wrong, `too-many-attempts` (429)
   */
  async check(caller: Caller, password: string, pointer: string): Promise<string> {
    const id = caller.id!;
    const forgive = await this.limit.attempt('confirmation', id);
    const [account] = await this.database.dataSource.query<{ hash: string }[]>(
      'SELECT password_hash AS hash FROM account WHERE id = $1',
      [id],
    );
    if (!account || !(await verifyPassword(account.hash, password))) {
      await this.database.transaction(caller.posts, (tx) =>
        this.audit.record(tx, caller, ...eventsAt(caller.posts, 'staff.password-refused', id)),
      );
      throw invalid({ pointer, code: 'wrong-password' });
    }
    await forgive();
    return account.hash;
  }
}
