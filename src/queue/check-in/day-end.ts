import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { MissedTickets } from '../tickets/missed-tickets.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import { isLive, LIVE_STATUSES } from '../tickets/ticket-status.js';
import { todayAt } from '../tickets/ticket-rows.js';

const JOB = 'queue.end-day';

/** At the post's midnight. One job a post and a day, however often it is asked for. */
const SCHEDULE_SQL = `
  SELECT graphile_worker.add_job('${JOB}', json_build_object('postId', id, 'requestId', '${JOB}'),
    run_at := ((now() AT TIME ZONE time_zone)::date + 1)::timestamp AT TIME ZONE time_zone,
    job_key := '${JOB} ' || id || ' ' || (now() AT TIME ZONE time_zone)::date, max_attempts := 12)
  FROM post WHERE id = $1`;

const LEFT_SQL = `SELECT id FROM ticket WHERE post_id = $1 AND day < ${todayAt('$1')} AND status = ANY ($2)`;

const CLOSE_COUNTERS_SQL = `
  UPDATE counter_session s SET closed_at = now() FROM post p
  WHERE p.id = $1 AND s.post_id = p.id AND s.closed_at IS NULL
    AND s.opened_at < (now() AT TIME ZONE p.time_zone)::date::timestamp AT TIME ZONE p.time_zone`;

/**
 * Ends a day in the hall: whoever was not served is booked again, and counters that were left open are closed, so that
 * nothing of yesterday stands in the way of today.
 */
@Injectable()
export class DayEnd implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly records: TicketRecords,
    private readonly missed: MissedTickets,
  ) {}

  onModuleInit(): void {
    this.topics.defineJob(JOB, (day) => this.end(day));
  }

  /** Asks for the end of the day that it is at a post now. */
  async schedule(tx: EntityManager, postId: string): Promise<void> {
    await tx.query(SCHEDULE_SQL, [postId]);
  }

  /** Ends what is left of the days before today. Safe to repeat; each person in a transaction of their own. */
  async end({ postId, requestId }: Announcement): Promise<void> {
    const caller = systemCaller(postId, requestId);
    const left = await this.database.transaction([postId], (tx) =>
      tx.query<{ id: string }[]>(LEFT_SQL, [postId, LIVE_STATUSES]),
    );
    try {
      await eachInTurn(left, ({ id }) =>
        this.database.transaction([postId], async (tx) => {
          const ticket = await this.records.forChange(tx, id);
          if (isLive(ticket.status)) await this.missed.miss(tx, caller, ticket, 'day-ended');
        }),
      );
    } finally {
      await this.database.transaction([postId], (tx) => tx.query(CLOSE_COUNTERS_SQL, [postId]));
    }
  }
}
