import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { invalid, notFound, Problem } from '../../platform/problems/problem.js';
import { DayEnd } from '../check-in/day-end.js';
import { CounterRecords } from './counter-records.js';
import { CounterSession } from './counter-session.entity.js';
import type { CounterSessionResponse } from './counters.dto.js';

const OPEN_SQL = `INSERT INTO counter_session (id, post_id, counter_id, account_id) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING id`;

const USABLE_SQL = 'SELECT FROM counter WHERE post_id = $1 AND id = $2 AND closed_at IS NULL FOR SHARE';

/** Officers open a counter, rest, go on and close. The database keeps one officer a counter and one counter an officer. */
@Injectable()
export class CountersService {
  constructor(
    private readonly database: Database,
    private readonly records: CounterRecords,
    private readonly dayEnd: DayEnd,
  ) {}

  /**
   * Opening the counter that one has open already changes nothing.
   * @throws Problem `invalid-input`, `counter-taken` (409), `other-counter-open` (409)
   */
  open(caller: Caller, counterId: string): Promise<CounterSessionResponse> {
    const postId = onlyPost(caller);
    return this.database.transaction(caller.posts, async (tx) => {
      // held, so that it is not closed for good meanwhile
      const usable = await tx.query<unknown[]>(USABLE_SQL, [postId, counterId]);
      if (usable.length === 0) throw invalid({ pointer: '/counterId', code: 'not-a-choice' });
      const opened = await tx.query<{ id: string }[]>(OPEN_SQL, [newId(), postId, counterId, caller.id]);
      if (opened[0]) {
        await this.records.record(tx, caller, { id: opened[0].id, postId }, 'queue.counter-opened');
        await this.dayEnd.schedule(tx, postId);
        return this.current(tx, caller);
      }
      const own = await this.records.ownOf(tx, caller);
      if (!own) throw new Problem('conflict', 'counter-taken');
      if (own.counterId !== counterId) throw new Problem('conflict', 'other-counter-open');
      return this.records.response(tx, own);
    });
  }

  /** The caller's own counter. @throws Problem `not-found` where none is open */
  read(caller: Caller): Promise<CounterSessionResponse> {
    return this.database.transaction(caller.posts, (tx) => this.current(tx, caller));
  }

  /** Calls nobody new until resumed; whoever is at the counter stays. @throws Problem `not-found` */
  pause(caller: Caller): Promise<CounterSessionResponse> {
    return this.change(caller, (tx, session) =>
      session.pausedAt
        ? undefined
        : this.write(tx, caller, session, 'queue.counter-paused', 'paused_at = now()'),
    );
  }

  /** @throws Problem `not-found` */
  resume(caller: Caller): Promise<CounterSessionResponse> {
    return this.change(caller, (tx, session) =>
      session.pausedAt
        ? this.write(tx, caller, session, 'queue.counter-resumed', 'paused_at = NULL')
        : undefined,
    );
  }

  /** @throws Problem `not-found`, `person-at-counter` (409) */
  close(caller: Caller): Promise<void> {
    return this.database.transaction(caller.posts, async (tx) =>
      this.closeSession(tx, caller, await this.records.ownForChange(tx, caller)),
    );
  }

  /** A supervisor closes the counter of somebody who has gone. @throws Problem `not-found`, `person-at-counter` (409) */
  closeFor(caller: Caller, sessionId: string): Promise<void> {
    return this.database.transaction(caller.posts, async (tx) =>
      this.closeSession(tx, caller, await this.records.openForChange(tx, 'id', sessionId)),
    );
  }

  private async closeSession(
    tx: EntityManager,
    caller: Caller,
    session: CounterSession | undefined,
  ): Promise<void> {
    if (!session) throw notFound();
    if (await this.records.ticketAt(tx, session.id)) throw new Problem('conflict', 'person-at-counter');
    await this.write(tx, caller, session, 'queue.counter-closed', 'closed_at = now()');
  }

  private change(
    caller: Caller,
    change: (tx: EntityManager, session: CounterSession) => Promise<void> | undefined,
  ): Promise<CounterSessionResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const session = await this.records.ownForChange(tx, caller);
      if (!session) throw notFound();
      await change(tx, session);
      return this.current(tx, caller);
    });
  }

  private async write(
    tx: EntityManager,
    caller: Caller,
    session: CounterSession,
    act: string,
    change: string,
  ): Promise<void> {
    await tx.query(`UPDATE counter_session SET ${change} WHERE id = $1`, [session.id]);
    await this.records.record(tx, caller, session, act);
  }

  private async current(tx: EntityManager, caller: Caller): Promise<CounterSessionResponse> {
    const own = await this.records.ownOf(tx, caller);
    if (!own) throw notFound();
    return this.records.response(tx, own);
  }
}
