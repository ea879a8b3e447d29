import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { todayAt } from '../../posts/day-at.js';
import { changedMeanwhile } from '../tickets/last-change.js';
import { placeOf } from '../tickets/queue-order.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import { ticketRows, toTicketResponse } from '../tickets/ticket-rows.js';
import type { TicketResponse } from '../tickets/tickets.dto.js';
import { lackingAt, mayCall, type NeedsOfWaiting } from './calling-rule.js';
import type { HeldTicketList, HeldTicketResponse } from './skills.dto.js';
import { type SkillsNow, skillsAtWork } from './skills-at-work.js';

/** Passed over, or of a case for which nobody trained is at work ($1: post, $2: whether that is so). */
const HELD = `t.post_id = $1 AND t.status = 'waiting' AND t.day = ${todayAt('$1')}
  AND (t.passed_over_at IS NOT NULL OR ($2::boolean AND 'protection' = ANY (t.needs)))
  ORDER BY ${placeOf('t')} LIMIT 50`;

const DETAIL_SQL = `
  SELECT id, counter_id AS "counterId", passed_over_at AS "passedOverAt",
    (extract(epoch FROM now() - passed_over_at) / 60)::float8 AS "passedOverFor" FROM ticket WHERE id = ANY ($1)`;

type Detail = Pick<NeedsOfWaiting, 'counterId' | 'passedOverFor'> & { id: string; passedOverAt: Date | null };

/** Nobody waits unseen for a skill: a supervisor sees who is held up by it, and can let any counter call them. */
@Injectable()
export class HeldTickets {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRecords,
  ) {}

  list(caller: Caller): Promise<HeldTicketList> {
    const postId = onlyPost(caller);
    return this.database.transaction([postId], async (tx) => {
      const now = await skillsAtWork(tx, postId, null);
      const isTrainedAtWork = now.counters.some(({ skills }) => skills.includes('protection'));
      const rows = await ticketRows(tx, HELD, [postId, now.isAnyoneTrained && !isTrainedAtWork]);
      const details = await tx.query<Detail[]>(DETAIL_SQL, [rows.map(({ id }) => id)]);
      const items = rows.map((row): HeldTicketResponse => {
        const detail = details.find(({ id }) => id === row.id)!;
        return {
          ...toTicketResponse(row),
          passedOverAt: detail.passedOverAt?.toISOString() ?? null,
          counters: countersFor({ ...detail, needs: row.needs }, now),
        };
      });
      return { items };
    });
  }

  /**
   * Any counter may call the person from now on, also untrained: the supervisor answers for it, on record.
   * @throws Problem `not-found`, `ticket-changed` (412), `ticket-state` (409)
   */
  release(caller: Caller, id: string, version: number): Promise<TicketResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const ticket = await this.tickets.forChange(tx, id);
      if (ticket.version !== version) throw await changedMeanwhile(tx, id);
      if (ticket.status !== 'waiting') throw new Problem('conflict', 'ticket-state');
      await tx.query(
        "UPDATE ticket SET needs = '{}', counter_id = NULL, passed_over_at = NULL, version = version + 1 WHERE id = $1",
        [id],
      );
      await this.tickets.record(tx, caller, ticket, 'queue.released', { needs: ticket.needs });
      return this.tickets.response(tx, id);
    });
  }
}

const countersFor = (person: NeedsOfWaiting, { counters, isAnyoneTrained }: SkillsNow): number =>
  counters.filter((counter) => {
    const others = counters.filter((other) => other !== counter);
    return mayCall(person, lackingAt(counter, others, isAnyoneTrained));
  }).length;
