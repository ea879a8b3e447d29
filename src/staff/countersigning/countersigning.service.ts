import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { Database } from '../../platform/database/database.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { SessionsService } from '../access/sessions.service.js';
import { eventsAt } from '../accounts/account-events.js';
import { accountNamed } from '../accounts/others-account.js';
import type { CountersignatureList } from './countersigning.dto.js';
import { AT_POSTS, type Giving, givingsSql, WAITING } from './countersigning.sql.js';

/** What the database will not have. */
const REFUSED = {
  countersigned_by_another: 'given-by-you',
  countersigned_for_another: 'own-account',
  countersigned_by_administrator: 'countersignature-missing',
  countersigned_when_taken_over: 'not-taken-over',
};

const HELD = 'FOR UPDATE OF c, a';

/** Nobody makes an officer by themselves: what one administrator gives an account, another one confirms (decision 42). */
@Injectable()
export class CountersigningService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly sessions: SessionsService,
    private readonly environment: Environment,
  ) {}

  /** What waits at the caller's posts, the oldest first. */
  list(caller: Caller): Promise<CountersignatureList> {
    return this.listed(caller, AT_POSTS, caller.posts);
  }

  /** What the caller's own account waits for. */
  own(caller: Caller): Promise<CountersignatureList> {
    return this.listed(caller, 'a.id = $2', caller.id);
  }

  /**
   * @throws Problem `not-found`, `given-by-you`, `countersignature-decided`, `not-taken-over` (409: while its holder has not signed
   * in, whoever gave it can still be them)
   */
  async confirm(caller: Caller, id: string): Promise<void> {
    await this.database
      .transaction(caller.posts, async (tx) => this.sign(tx, caller, await this.one(tx, caller, id)))
      .catch(refusedBy(REFUSED));
  }

  /** Closes the account, as something is wrong with it. @throws Problem `not-found`, `countersignature-decided` (409) */
  async refuse(caller: Caller, id: string): Promise<void> {
    await this.database.transaction(caller.posts, async (tx) => {
      const { accountId, posts, given } = await this.one(tx, caller, id);
      await tx.query('UPDATE account SET active = false, version = version + 1 WHERE id = $1', [accountId]);
      await this.sessions.endAllOf(tx, accountId);
      await this.audit.record(tx, caller, ...eventsAt(posts, 'account.refused', accountId, { given }));
    });
  }

  /**
   * All that an account waits for; asked for on the machine itself, where there is no other administrator.
   * @returns how much it was. @throws Problem `not-found`, `not-taken-over` (409)
   */
  async confirmByOperator(username: string): Promise<number> {
    const { id, posts, operator } = await accountNamed(this.database.dataSource, username, 'confirm-account');
    return this.database.transaction(posts, (tx) => this.confirmAllOf(tx, operator, id));
  }

  /** Joins the transaction of the operator's program. @throws as {@link confirmByOperator} */
  async confirmAllOf(tx: EntityManager, operator: Caller, accountId: string): Promise<number> {
    const waiting = await this.given(tx, `a.id = $2 AND ${WAITING}`, [accountId], HELD);
    for (const giving of waiting) await this.sign(tx, operator, giving);
    return waiting.length;
  }

  private async sign(tx: EntityManager, caller: Caller, giving: Giving): Promise<void> {
    if (!giving.takenOver) throw new Problem('conflict', 'not-taken-over');
    await tx.query(
      'UPDATE account_countersignature SET confirmed_as = $2, confirmed_by = $3, confirmed_at = now() WHERE id = $1',
      [giving.id, caller.role === 'system' ? 'operator' : caller.role, caller.id],
    );
    const { accountId, posts, given, givenBy } = giving;
    const events = eventsAt(posts, 'account.countersigned', accountId, { given, givenBy });
    await this.audit.record(tx, caller, ...events);
  }

  /** Held until the transaction ends: of two who decide at once, the second sees what the first did. */
  private async one(tx: EntityManager, caller: Caller, id: string): Promise<Giving> {
    const [giving] = await this.given(tx, `${AT_POSTS} AND c.id = $3`, [caller.posts, id], HELD);
    if (!giving) throw notFound();
    if (giving.decided) throw new Problem('conflict', 'countersignature-decided');
    return giving;
  }

  private listed(caller: Caller, where: string, of: unknown): Promise<CountersignatureList> {
    return this.database.transaction(caller.posts, async (tx) => ({
      items: (await this.given(tx, `${where} AND ${WAITING}`, [of])).map(
        ({ posts: _, decided: __, givenAt, ...giving }) => ({ ...giving, givenAt: givenAt.toISOString() }),
      ),
    }));
  }

  private given(tx: EntityManager, where: string, params: unknown[], held = ''): Promise<Giving[]> {
    const required = this.environment.SECOND_FACTOR === 'required';
    return tx.query(givingsSql(where, held), [required, ...params]);
  }
}
