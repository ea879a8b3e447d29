import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { SessionsService } from '../access/sessions.service.js';
import { oweCountersignature } from '../countersigning/giving.js';
import { Factors, hasFactor } from '../second-factor/factors.js';
import { eventsAt } from './account-events.js';
import { firstPassword } from './first-password.js';
import { accountNamed, othersAccount } from './others-account.js';
import { hashPassword } from './password.js';

/** Somebody forgot their password: they are given another one, and choose their own with it. Their second step stays. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly factors: Factors,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * @returns the password, told once. @throws Problem `own-account` (409), `not-found`, `second-factor-awaited` (409): with
   * both steps given anew by one person, that person could be them
   */
  async reset(caller: Caller, accountId: string): Promise<string> {
    const password = firstPassword();
    const hash = await hashPassword(password);
    await this.database.transaction(caller.posts, async (tx) => {
      const account = await othersAccount(tx, caller, accountId);
      if (account.secondFactorResetAt && !hasFactor(await this.factors.of(tx, accountId)))
        throw new Problem('conflict', 'second-factor-awaited');
      await this.give(tx, caller, { id: accountId, posts: account.posts, hash });
    });
    return password;
  }

  /** For whom no administrator can help; asked for on the machine itself. @throws Problem `not-found` */
  async resetByOperator(username: string): Promise<string> {
    const password = firstPassword();
    const hash = await hashPassword(password);
    const { dataSource } = this.database;
    const { id, posts, operator } = await accountNamed(dataSource, username, 'reset-password');
    await this.database.transaction(posts, (tx) => this.give(tx, operator, { id, posts, hash }));
    return password;
  }

  /** Ends all sessions of the account, and sign-ins that wait for their second step. */
  private async give(
    tx: EntityManager,
    caller: Caller,
    { id, posts, hash }: { id: string; posts: readonly string[]; hash: string },
  ): Promise<void> {
    await tx.query('UPDATE account SET password_hash = $2, password_owed = true WHERE id = $1', [id, hash]);
    await oweCountersignature(tx, caller, id, 'password');
    await tx.query('DELETE FROM sign_in_step WHERE account_id = $1', [id]);
    await this.sessions.endAllOf(tx, id);
    await this.audit.record(tx, caller, ...eventsAt(posts, 'staff.password-reset', id));
  }
}
