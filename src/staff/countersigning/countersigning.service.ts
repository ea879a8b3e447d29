import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { SessionsService } from '../access/sessions.service.js';
import { eventsAt } from '../accounts/account-events.js';
import { accountNamed } from '../accounts/others-account.js';
import type { CountersignatureList } from './countersigning.dto.js';
import { AT_POSTS, CONFIRM_SQL, type Giving, givingsSql, HELD, WAITING } from './countersigning.sql.js';
import { holderCodeIndex, newHolderCode } from './holder-code.js';

/** What the database will not have. */
const REFUSED = {
  countersigned_by_another: 'given-by-you',
  countersigned_for_another: 'own-account',
  countersigned_by_administrator: 'countersignature-missing',
};

/** Nobody makes an officer by themselves: what one administrator gives an account, another one confirms (decision 42). */
@Injectable()
export class CountersigningService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly sessions: SessionsService,
    private readonly keyring: Keyring,
  ) {}

  /** What waits at the caller's posts, the oldest first. */
  list(caller: Caller): Promise<CountersignatureList> {
    return this.listed(caller, AT_POSTS, caller.posts);
  }

  /** What the caller's own account waits for. */
  own(caller: Caller): Promise<CountersignatureList> {
    return this.listed(caller, 'a.id = $1', caller.id);
  }

  /**
   * This, and whatever else of the account the caller may confirm. Again where the code was lost: only the last one counts.
   * @returns the code for its holder, told once. @throws Problem `not-found`, `given-by-you`, `countersignature-decided` (409)
   */
  async confirm(caller: Caller, id: string): Promise<string> {
    const code = newHolderCode();
    await this.database
      .transaction(caller.posts, async (tx) => {
        const { accountId } = await this.one(tx, caller, id);
        const where = `a.id = $1 AND (c.id = $2 OR c.given_by <> $3) AND ${WAITING}`;
        await this.sign(tx, caller, await this.given(tx, where, [accountId, id, caller.id], HELD), code);
      })
      .catch(refusedBy(REFUSED));
    return code;
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
   * @returns the code for its holder, nothing where it waits for nothing. @throws Problem `not-found`
   */
  async confirmByOperator(username: string): Promise<string | undefined> {
    const { id, posts, operator } = await accountNamed(this.database.dataSource, username, 'confirm-account');
    const code = newHolderCode();
    const confirmed = await this.database.transaction(posts, (tx) =>
      this.confirmAllOf(tx, operator, id, code),
    );
    return confirmed > 0 ? code : undefined;
  }

  /**
   * Joins the transaction of the operator's program.
   * @param code none where it gives the account the password that its holder uses. @returns how much it was
   */
  async confirmAllOf(tx: EntityManager, operator: Caller, accountId: string, code?: string): Promise<number> {
    const waiting = await this.given(tx, `a.id = $1 AND ${WAITING}`, [accountId], HELD);
    await this.sign(tx, operator, waiting, code);
    return waiting.length;
  }

  private async sign(
    tx: EntityManager,
    caller: Caller,
    givings: readonly Giving[],
    code: string | undefined,
  ): Promise<void> {
    await tx.query(CONFIRM_SQL, [
      givings.map(({ id }) => id),
      caller.role === 'system' ? 'operator' : caller.role,
      caller.id,
      code === undefined ? null : holderCodeIndex(this.keyring, code),
    ]);
    const events = givings.flatMap(({ accountId, posts, given, givenBy, confirmedAt }) =>
      eventsAt(posts, 'account.countersigned', accountId, {
        given,
        givenBy,
        ...(confirmedAt && { again: true }),
      }),
    );
    await this.audit.record(tx, caller, ...events);
  }

  /** Held until the transaction ends: of two who decide at once, the second sees what the first did. */
  private async one(tx: EntityManager, caller: Caller, id: string): Promise<Giving> {
    const [giving] = await this.given(tx, `${AT_POSTS} AND c.id = $2`, [caller.posts, id], HELD);
    if (!giving) throw notFound();
    if (giving.decided) throw new Problem('conflict', 'countersignature-decided');
    return giving;
  }

  private listed(caller: Caller, where: string, of: unknown): Promise<CountersignatureList> {
    return this.database.transaction(caller.posts, async (tx) => ({
      items: (await this.given(tx, `${where} AND ${WAITING}`, [of])).map(
        ({ posts: _, decided: __, givenAt, confirmedAt, ...giving }) => ({
          ...giving,
          givenAt: givenAt.toISOString(),
          confirmedAt: confirmedAt?.toISOString() ?? null,
        }),
      ),
    }));
  }

  private given(tx: EntityManager, where: string, params: unknown[], held = ''): Promise<Giving[]> {
    return tx.query(givingsSql(where, held), params);
  }
}
