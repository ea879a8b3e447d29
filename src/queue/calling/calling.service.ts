import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { together } from '../../platform/database/together.js';
import { Problem } from '../../platform/problems/problem.js';
import { CounterRecords, type OwnCounter } from '../counters/counter-records.js';
import { TicketChanges } from '../tickets/ticket-changes.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import type { TicketResponse } from '../tickets/tickets.dto.js';
import { SkillsAtWork } from '../skills/skills-at-work.js';
import { CALL_AGAIN_SQL, CALL_FITTING_SQL, CALL_NEXT_SQL, PASS_OVER_SQL } from './call-next.sql.js';

/** Calls people to counters: each person to one, one person to each. */
@Injectable()
export class CallingService {
  constructor(
    private readonly database: Database,
    private readonly counters: CounterRecords,
    private readonly tickets: TicketRecords,
    private readonly changes: TicketChanges,
    private readonly skills: SkillsAtWork,
  ) {}

  /**
   * Calls the next person to the caller's counter. Asked again, a second click above all, it answers the person who is
   * there. @returns nothing where nobody waits whom this counter may call. @throws Problem `no-counter` (409), `counter-paused` (409)
   */
  callNext(caller: Caller): Promise<TicketResponse | undefined> {
    const postId = onlyPost(caller);
    return this.database.transaction(caller.posts, async (tx) => {
      const counter = await this.counters.ownWithTicket(tx, caller);
      if (!counter) throw new Problem('conflict', 'no-counter');
      if (counter.ticket) return counter.ticket;
      if (counter.paused) throw new Problem('conflict', 'counter-paused');
      const called = await this.nextAt(tx, postId, counter);
      if (called === undefined) return undefined;
      const ticket = { id: called, postId };
      const [answer] = await together(
        this.tickets.response(tx, called),
        this.tickets.record(tx, caller, ticket, 'queue.called', { counterSession: counter.id }),
      );
      return answer;
    });
  }

  /** Those whom the counter lacks a skill for stay in their place; that others went first is noted. */
  private async nextAt(tx: EntityManager, postId: string, counter: OwnCounter): Promise<string | undefined> {
    const call = async (sql: string, ...params: unknown[]) =>
      (await tx.query<{ id: string }[]>(sql, [postId, counter.id, ...params]))[0]?.id;
    if (!counter.anyoneSkilled) return call(CALL_NEXT_SQL);
    const { firm, soft, counters } = await this.skills.lackingAt(tx, postId, counter.id);
    const called = await call(CALL_FITTING_SQL, firm, soft, counters);
    await tx.query(PASS_OVER_SQL, [postId, called ?? null, firm, soft, counters]);
    return called;
  }

  /** Calls the number at the counter once more. @throws Problem `not-found`, `stale`, `ticket-state`, `at-another-counter` */
  recall(caller: Caller, id: string, version: number): Promise<TicketResponse> {
    return this.changes.make(caller, id, version, 'recall', async (tx, ticket) => {
      await tx.query(CALL_AGAIN_SQL, [id]);
      await this.changes.write(tx, caller, ticket, 'recall');
    });
  }
}
