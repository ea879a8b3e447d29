import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Caller, systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { todayAt } from '../../posts/day-at.js';
import type { LockedTicket } from '../tickets/locked-ticket.sql.js';
import { MissedTickets } from '../tickets/missed-tickets.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import { isLive, LIVE_STATUSES } from '../tickets/ticket-status.js';

const JOB = 'queue.end-day';

/** At the post's midnight. One job a post and a day, however often it is asked for. */
const SCHEDULE_SQL = `
  SELECT graphile_worker.add_job('${JOB}', json_build_object('postId', id, 'requestId', '${JOB}'),
    run_at := ((now() AT TIME ZONE time_zone)::date + 1)::timestamp AT TIME ZONE time_zone,
    job_key := '${JOB} ' || id || ' ' || (now() AT TIME ZONE time_zone)::date, max_attempts := 12)
  FROM post WHERE id = $1`;

/** A hall in which nobody was called for so long is not at work any more. */
const AT_REST = "interval '2 hours'";

const AT_WORK_SQL = `
  SELECT EXISTS (SELECT FROM ticket WHERE post_id = $1 AND day >= ${todayAt('$1')} - 1
    AND greatest(called_at, serving_since) > now() - ${AT_REST}) AS "atWork"`;

/** Whether the hall has come to rest since. */
const LOOK_AGAIN_SQL = `
  SELECT graphile_worker.add_job('${JOB}', json_build_object('postId', $1::uuid, 'requestId', '${JOB}'),
    run_at := now() + ${AT_REST}, job_key := '${JOB} ' || $1 || ' again', max_attempts := 12)`;

/** Whoever came on a day before today, also where their number has gone on since. */
const LEFT_SQL = `
  SELECT t.id FROM ticket t JOIN post p ON p.id = t.post_id
  WHERE t.post_id = $1 AND t.status = ANY ($2) AND (t.day < ${todayAt('$1')}
    OR t.waiting_since < date_trunc('day', now() AT TIME ZONE p.time_zone) AT TIME ZONE p.time_zone)`;

/** What an officer has seen of the ticket stays true: its version too. */
const GO_ON_SQL = `
  UPDATE ticket SET day = ${todayAt('post_id')} WHERE id = $1 AND day < ${todayAt('post_id')} RETURNING id`;

const CLOSE_COUNTERS_SQL = `
  UPDATE counter_session s SET closed_at = now() FROM post p
  WHERE p.id = $1 AND s.post_id = p.id AND s.closed_at IS NULL
    AND s.opened_at < (now() AT TIME ZONE p.time_zone)::date::timestamp AT TIME ZONE p.time_zone`;

/**
 * Ends a day in the hall: whoever was not served is booked again, and counters that were left open are closed, so that
 * nothing of yesterday stands in the way of today. In a hall that is at work at midnight nobody loses their number or is
 * taken from the counter: all goes on, until nobody has been called for two hours.
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

  /** Ends what is left of the days before today, or lets it go on. Safe to repeat; each person in a transaction of their own. */
  async end({ postId, requestId }: Announcement): Promise<void> {
    const caller = systemCaller(postId, requestId);
    const { atWork, left } = await this.database.transaction([postId], async (tx) => ({
      ...(await oneRow<{ atWork: boolean }>(tx, AT_WORK_SQL, [postId])),
      left: await tx.query<{ id: string }[]>(LEFT_SQL, [postId, LIVE_STATUSES]),
    }));
    try {
      await eachInTurn(left, ({ id }) =>
        this.database.transaction([postId], async (tx) => {
          const ticket = await this.records.forChange(tx, id);
          if (!isLive(ticket.status)) return;
          if (atWork) await this.goOn(tx, caller, ticket);
          else await this.missed.miss(tx, caller, ticket, 'day-ended');
        }),
      );
    } finally {
      await this.database.transaction([postId], async (tx) => {
        await tx.query(atWork ? LOOK_AGAIN_SQL : CLOSE_COUNTERS_SQL, [postId]);
        if (atWork) await this.schedule(tx, postId);
      });
    }
  }

  private async goOn(tx: EntityManager, caller: Caller, ticket: LockedTicket): Promise<void> {
    const [moved] = await tx.query<[unknown[], number]>(GO_ON_SQL, [ticket.id]);
    if (moved.length > 0)
      await this.records.record(tx, caller, ticket, 'queue.went-on', { from: ticket.day });
  }
}
