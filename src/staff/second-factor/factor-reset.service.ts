import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { SessionsService } from '../access/sessions.service.js';
import { eventsAt } from '../accounts/account-events.js';
import { accountNamed, othersAccount } from '../accounts/others-account.js';
import { oweCountersignature } from '../countersigning/giving.js';
import { Factors, hasFactor } from './factors.js';

/** An administrator takes away the second factor of somebody who has lost it. They set up another one at the next sign-in. */
@Injectable()
export class FactorResetService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly factors: Factors,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * @throws Problem `own-account` (409), `not-found`, `no-second-factor` (409), `own-password-awaited` (409): with both steps
   * given anew by one person, that person could be them
   */
  async reset(caller: Caller, accountId: string): Promise<void> {
    await this.database.transaction(caller.posts, async (tx) => {
      const account = await othersAccount(tx, caller, accountId);
      if (account.passwordOwed && hasFactor(await this.factors.of(tx, accountId)))
        throw new Problem('conflict', 'own-password-awaited');
      await this.takeAway(tx, caller, accountId, account.posts);
    });
  }

  /** For whom no administrator can help; asked for on the machine itself. @throws Problem `not-found`, `no-second-factor` */
  async resetByOperator(username: string): Promise<void> {
    const { dataSource } = this.database;
    const { id, posts, operator } = await accountNamed(dataSource, username, 'reset-second-factor');
    await this.database.transaction(posts, async (tx) => {
      await tx.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [id]);
      await this.takeAway(tx, operator, id, posts);
    });
  }

  /** Ends all sessions of the account too. */
  private async takeAway(tx: EntityManager, caller: Caller, id: string, posts: string[]): Promise<void> {
    if (!hasFactor(await this.factors.of(tx, id))) throw new Problem('conflict', 'no-second-factor');
    await this.factors.removeAll(tx, id);
    await tx.query('UPDATE account SET second_factor_reset_at = now() WHERE id = $1', [id]);
    await oweCountersignature(tx, caller, id, 'second-factor');
    await this.sessions.endAllOf(tx, id);
    await this.audit.record(tx, caller, ...eventsAt(posts, 'staff.second-factor-reset', id));
  }
}
