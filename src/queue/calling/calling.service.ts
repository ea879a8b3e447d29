import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { together } from '../../platform/database/together.js';
import { Problem } from '../../platform/problems/problem.js';
import { CounterRecords, type OwnCounter } from '../counters/counter-records.js';
import { TicketChanges } from '../tickets/ticket-changes.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import { type TicketRow, toTicketResponse } from '../tickets/ticket-rows.js';
import type { TicketResponse } from '../tickets/tickets.dto.js';
import { lackingNow } from '../skills/skills-at-work.js';
import { CALL_AGAIN_SQL, CALL_FITTING_SQL, CALL_NEXT_SQL, PASS_OVER_SQL } from './call-next.sql.js';

/** Calls people to counters: each person to one, one person to each. */
@Injectable()
export class CallingService {
  constructor(
    private readonly database: Database,
    private readonly counters: CounterRecords,
    private readonly tickets: TicketRecords,
    private readonly changes: TicketChanges,
  ) {}

  /**
   * Calls the next person to the caller's counter. Asked again, a second click above all, it answers the person who is
   * there. @returns nothing where nobody waits whom this counter may call. @throws Problem `no-counter` (409), `counter-paused` (409)
   */
  callNext(caller: Caller): Promise<TicketResponse | undefined> {
    const postId = onlyPost(caller);
    return this.database.transactionAhead(caller.posts, async (tx) => {
      // sent together: the call begins when the counter's lock is held
      const [counter, next] = await together(
        this.counters.lockOwn(tx, caller),
        this.call(tx, CALL_NEXT_SQL, [postId, caller.id]),
      );
      if (!counter) throw new Problem('conflict', 'no-counter');
      const there = next ? undefined : await this.counters.ticketAt(tx, counter.id);
      if (there) return { answer: there, sent: [] };
      if (counter.paused) throw new Problem('conflict', 'counter-paused');
      const called = next ?? (await this.fitting(tx, postId, caller, counter));
      if (!called) return { answer: undefined, sent: [] };
      const ticket = { id: called.id, postId };
      const detail = { counterSession: counter.id };
      return { answer: called, sent: [this.tickets.record(tx, caller, ticket, 'queue.called', detail)] };
    });
  }

  private async call(tx: EntityManager, sql: string, params: unknown[]): Promise<TicketResponse | undefined> {
    const [row] = await tx.query<TicketRow[]>(sql, params);
    return row && toTicketResponse(row);
  }

  /**
   * Whom the counter may call, where not anybody is called. Those whom it lacks a skill for stay in their place; that
   * others went first is noted.
   */
  private async fitting(
    tx: EntityManager,
    postId: string,
    caller: Caller,
    counter: OwnCounter,
  ): Promise<TicketResponse | undefined> {
    const { firm, soft, counters } = await lackingNow(tx, postId, counter.id);
    const called = await this.call(tx, CALL_FITTING_SQL, [postId, caller.id, firm, soft, counters]);
    await tx.query(PASS_OVER_SQL, [postId, called?.id ?? null, firm, soft, counters]);
    return called;
  }

  /** Calls the number at the counter once more. @throws Problem `not-found`, `stale`, `ticket-state`, `at-another-counter` */
  recall(caller: Caller, id: string, version: number): Promise<TicketResponse> {
    return this.changes.make(caller, id, version, 'recall', async (tx, ticket) => {
      await tx.query(CALL_AGAIN_SQL, [id]);
      return this.changes.write(tx, caller, ticket, 'recall');
    });
  }
}
