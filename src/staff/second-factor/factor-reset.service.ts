import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { SessionsService } from '../access/sessions.service.js';
import { eventsAt } from '../accounts/account-events.js';
import { Factors, hasFactor } from './factors.js';

interface Account {
  posts: string[];
  passwordOwed: boolean;
}

/** Accounts all of whose posts are the caller's, as administrators see them. */
const ACCOUNT_SQL = `
  SELECT ARRAY(SELECT post_id FROM account_post WHERE account_id = a.id) AS posts, password_owed AS "passwordOwed"
  FROM account a
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

  /**
   * @throws Problem `own-account` (409), `not-found`, `no-second-factor` (409), `own-password-awaited` (409): with both steps
   * given anew by one person, that person could be them
   */
  async reset(caller: Caller, accountId: string): Promise<void> {
    if (accountId === caller.id) throw new Problem('conflict', 'own-account');
    await this.database.transaction(caller.posts, async (tx) => {
      const [account] = await tx.query<Account[]>(ACCOUNT_SQL, [accountId, caller.posts]);
      if (!account) throw notFound();
      if (account.passwordOwed && hasFactor(await this.factors.of(tx, accountId)))
        throw new Problem('conflict', 'own-password-awaited');
      await this.takeAway(tx, caller, accountId, account.posts);
    });
  }

  /** For whom no administrator can help; asked for on the machine itself. @throws Problem `not-found`, `no-second-factor` */
  async resetByOperator(username: string): Promise<void> {
    const [account] = await this.database.dataSource.query<{ id: string; posts: string[] }[]>(
      `SELECT id, ARRAY(SELECT post_id FROM account_post WHERE account_id = id) AS posts
       FROM account WHERE username = $1`,
      [username],
    );
    if (!account) throw notFound();
    const { id, posts } = account;
    await this.database.transaction(posts, async (tx) => {
      await tx.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [id]);
      const operator = { ...systemCaller(posts[0]!, 'reset-second-factor'), posts };
      await this.takeAway(tx, operator, id, posts);
    });
  }

  /** Ends all sessions of the account too. */
  private async takeAway(tx: EntityManager, caller: Caller, id: string, posts: string[]): Promise<void> {
    if (!hasFactor(await this.factors.of(tx, id))) throw new Problem('conflict', 'no-second-factor');
    await this.factors.removeAll(tx, id);
    await tx.query('UPDATE account SET second_factor_reset_at = now() WHERE id = $1', [id]);
    await this.sessions.endAllOf(tx, id);
    await this.audit.record(tx, caller, ...eventsAt(posts, 'staff.second-factor-reset', id));
  }
}
