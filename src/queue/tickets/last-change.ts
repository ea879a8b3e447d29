import type { EntityManager } from 'typeorm';
import { Problem } from '../../platform/problems/problem.js';
import type { TicketStatus } from './ticket-status.js';

/** What was done to a ticket last, as the audit log has it. */
export interface LastChange {
  /** Without the stage: `finished`. */
  act: string;
  actorId: string | null;
  who: string | null;
  /** Where the ticket stood before, if the act says so. */
  from: TicketStatus | null;
  secondsAgo: number;
}

const LAST_CHANGE_SQL = `
  SELECT substring(e.action FROM 7) AS act, e.actor_id AS "actorId", a.display_name AS who, e.detail ->> 'from' AS "from",
    extract(epoch FROM clock_timestamp() - e.at)::float8 AS "secondsAgo"
  FROM audit_event e LEFT JOIN account a ON a.id = e.actor_id
  WHERE e.subject_id = $1 AND e.subject_kind = 'ticket' AND e.action LIKE 'queue.%' ORDER BY e.at DESC, e.id DESC LIMIT 1`;

/** Whoever it was that no officer was: a job that follows the band, or the person. */
const NO_OFFICER = 'Pulang';

/** @returns nothing where the ticket was made by nobody whom the log knows */
export async function lastChange(tx: EntityManager, ticketId: string): Promise<LastChange | undefined> {
  return (await tx.query<LastChange[]>(LAST_CHANGE_SQL, [ticketId]))[0];
}

/** Tells an officer whose act came too late who changed the ticket, and what they did. */
export async function changedMeanwhile(tx: EntityManager, ticketId: string): Promise<Problem> {
  const last = await lastChange(tx, ticketId);
  const params = { who: last?.who ?? NO_OFFICER, act: (last?.act ?? 'other').replaceAll('-', '_') };
  return new Problem('stale', 'ticket-changed', { params });
}
