import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { SessionsService } from '../access/sessions.service.js';
import { eventsAt } from './factor-change.js';
import { Factors, hasFactor } from './factors.js';

/** Accounts all of whose posts are the caller's, as administrators see them. */
const ACCOUNT_SQL = `
  SELECT ARRAY(SELECT post_id FROM account_post WHERE account_id = a.id) AS posts FROM account a
  WHERE id = $1 AND ARRAY(SELECT post_id FROM account_post WHERE account_id = a.id) <@ $2::uuid[] FOR UPDATE OF a`;

/** An administrator takes away the second factor of somebody who has lost it. They set up another one at the next sign-in. */
@Injectable()
export class FactorResetService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly factors: Factors,
    private readonly sessions: SessionsService,
  ) {}

  /** @throws Problem `own-account` (409), `not-found`, `no-second-factor` (409) */
  async reset(caller: Caller, accountId: string): Promise<void> {
    if (accountId === caller.id) throw new Problem('conflict', 'own-account');
    await this.database.transaction(caller.posts, async (tx) => {
      const [account] = await tx.query<{ posts: string[] }[]>(ACCOUNT_SQL, [accountId, caller.posts]);
      if (!account) throw notFound();
      if (!hasFactor(await this.factors.of(tx, accountId))) throw new Problem('conflict', 'no-second-factor');
      await this.takeAway(tx, accountId);
      await this.audit.record(tx, caller, ...eventsAt(account.posts, 'staff.second-factor-reset', accountId));
    });
  }

  /** Ends all sessions of the account too. */
  async takeAway(tx: EntityManager, accountId: string): Promise<void> {
    await this.factors.removeAll(tx, accountId);
    await tx.query('UPDATE account SET second_factor_reset_at = now() WHERE id = $1', [accountId]);
    await this.sessions.endAllOf(tx, accountId);
  }
}
