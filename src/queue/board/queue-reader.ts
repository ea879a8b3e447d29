import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import { Database } from '../../platform/database/database.js';
import { nowIn } from '../../platform/database/now-in.js';
import { notFound } from '../../platform/problems/problem.js';
import { todayAt } from '../../posts/day-at.js';
import { learnedMinutes } from '../tickets/expected-wait.js';
import { toOwnTicketResponse } from '../tickets/own-ticket.js';
import type { OwnTicketResponse } from '../tickets/own-ticket.dto.js';
import { ticketRows } from '../tickets/ticket-rows.js';
import {
  CALLS_SQL,
  type CallRow,
  COUNTERS_SQL,
  type CounterRow,
  PACE_SQL,
  type PaceRow,
  WAITING_SQL,
  type WaitingRow,
} from './hall.sql.js';
import { toQueueResponse } from './queue-response.js';
import type { QueueResponse } from './queue.dto.js';

/** Reads the hall: for everyone in it numbers only, for the person who asks their own place. */
@Injectable()
export class QueueReader {
  constructor(
    private readonly database: Database,
    private readonly kept: KeptCase,
  ) {}

  /** The hall of the caller's post. Boards are not told who works there. */
  hall(caller: Caller): Promise<QueueResponse> {
    const postId = onlyPost(caller);
    return this.database.transaction([postId], async (tx) =>
      toQueueResponse(
        {
          asOf: await nowIn(tx),
          waiting: await tx.query<WaitingRow[]>(WAITING_SQL, [postId]),
          calls: await tx.query<CallRow[]>(CALLS_SQL, [postId]),
          counters: await tx.query<CounterRow[]>(COUNTERS_SQL, [postId]),
        },
        { withOfficers: caller.role !== 'board', withSessions: caller.role === 'supervisor' },
      ),
    );
  }

  /** What a board of a post shows, and when that was true. */
  calls(postId: string): Promise<{ calls: CallRow[]; asOf: Date }> {
    return this.database.transaction([postId], async (tx) => ({
      asOf: await nowIn(tx),
      calls: await tx.query<CallRow[]>(CALLS_SQL, [postId]),
    }));
  }

  /** The caller's own visit today. @throws Problem `not-found` where there is none, and under duress */
  own(caller: Caller): Promise<OwnTicketResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      if (caller.duress) throw notFound();
      return this.ownOf(tx, await this.kept.ofHolder(tx, caller.id!));
    });
  }

  /** A person's latest visit today, in the caller's transaction. @throws Problem `not-found` where there is none */
  async ownOf(tx: EntityManager, registrationId: string): Promise<OwnTicketResponse> {
    const [row] = await ticketRows(
      tx,
      `t.registration_id = $1 AND t.day = ${todayAt('t.post_id')} ORDER BY t.number DESC LIMIT 1`,
      [registrationId],
    );
    if (!row) throw notFound();
    const [pace] = await tx.query<PaceRow[]>(PACE_SQL, [row.postId, row.service]);
    const { asOf, planned, openCounters, idleCounters, ...seen } = pace!;
    const minutesEach = learnedMinutes(planned, seen);
    return toOwnTicketResponse(row, { openCounters, idleCounters, minutesEach }, asOf);
  }
}
