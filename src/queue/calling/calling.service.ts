import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { CounterRecords } from '../counters/counter-records.js';
import { TicketChanges } from '../tickets/ticket-changes.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import type { TicketResponse } from '../tickets/tickets.dto.js';
import { CALL_AGAIN_SQL, CALL_NEXT_SQL } from './call-next.sql.js';

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
   * there. @returns nothing where nobody waits. @throws Problem `no-counter` (409), `counter-paused` (409)
   */
  callNext(caller: Caller): Promise<TicketResponse | undefined> {
    const postId = onlyPost(caller);
    return this.database.transaction(caller.posts, async (tx) => {
      const counter = await this.counters.ownWithTicket(tx, caller);
      if (!counter) throw new Problem('conflict', 'no-counter');
      if (counter.ticket) return counter.ticket;
      if (counter.paused) throw new Problem('conflict', 'counter-paused');
      const [called] = await tx.query<{ id: string }[]>(CALL_NEXT_SQL, [postId, counter.id]);
      if (!called) return undefined;
      const ticket = { id: called.id, postId };
      const [answer] = await Promise.all([
        this.tickets.response(tx, called.id),
        this.tickets.record(tx, caller, ticket, 'queue.called', { counterSession: counter.id }),
      ]);
      return answer;
    });
  }

  /** Calls the number at the counter once more. @throws Problem `not-found`, `stale`, `ticket-state`, `at-another-counter` */
  recall(caller: Caller, id: string, version: number): Promise<TicketResponse> {
    return this.changes.make(caller, id, version, 'recall', async (tx, ticket) => {
      await tx.query(CALL_AGAIN_SQL, [id]);
      await this.changes.write(tx, caller, ticket, 'recall');
    });
  }
}
