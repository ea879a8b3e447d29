import type { EntityManager } from 'typeorm';
import { bandOfRank } from '../../triage/band.js';
import { placeOf } from './queue-order.js';
import { ticketNumber } from './ticket-number.js';
import type { TicketStatus } from './ticket-status.js';
import type { TicketResponse } from './tickets.dto.js';

export interface TicketRow {
  id: string;
  number: number;
  postId: string;
  registrationId: string;
  reference: string;
  status: TicketStatus;
  bandRank: number;
  service: string;
  counter: number | null;
  timesCalled: number;
  waitingSince: Date;
  calledAt: Date | null;
  servingSince: Date | null;
  parkedAt: Date | null;
  ahead: number;
  needs: string[];
  notes: number;
  version: number;
}

/** How often somebody was called, and how many come before whoever waits. */
const TIMES_CALLED = '(SELECT count(*)::integer FROM ticket_call WHERE ticket_id = t.id)';
const AHEAD = `CASE WHEN t.status IN ('waiting', 'parked') THEN
      (SELECT count(*)::integer FROM ticket o WHERE o.post_id = t.post_id AND o.day = t.day AND o.status = 'waiting'
         AND (${placeOf('o')}) < (${placeOf('t')})) ELSE 0 END`;

/**
 * What is told of tickets, as a query without a condition.
 * @param source where they are read from: the table, or what a statement has just changed
 * @param known SQL for what is known beforehand. `ahead` is 0 of whoever does not wait: even where it is not counted, the
 *   count makes the plan look so dear, the more so the more people wait, that PostgreSQL plans each time anew
 */
export const ticketsSql = (
  source: string,
  { timesCalled = TIMES_CALLED, ahead = AHEAD }: { timesCalled?: string; ahead?: string } = {},
): string => `
  SELECT t.id, t.number, t.post_id AS "postId", t.registration_id AS "registrationId", r.reference, t.status,
    t.band_rank AS "bandRank", service.code AS service, c.number AS counter, t.waiting_since AS "waitingSince",
    t.called_at AS "calledAt", t.serving_since AS "servingSince", t.parked_at AS "parkedAt", t.version,
    t.needs, (SELECT count(*)::integer FROM ticket_transfer n WHERE n.ticket_id = t.id
       AND n.note_sealed IS NOT NULL AND n.undone_at IS NULL) AS notes,
    ${timesCalled} AS "timesCalled",
    ${ahead} AS ahead
  FROM ${source} t
  JOIN registration r ON r.id = t.registration_id
  JOIN booking b ON b.id = t.booking_id
  JOIN service_type service ON service.id = coalesce(t.service_type_id, b.service_type_id)
  LEFT JOIN counter_session s ON s.id = t.counter_session_id
  LEFT JOIN counter c ON c.id = s.counter_id`;

const TICKETS_SQL = ticketsSql('ticket');

/** Tickets that the transaction may see. @param condition SQL on `t`, with `params` */
export const ticketRows = (
  tx: EntityManager,
  condition: string,
  params: readonly unknown[],
): Promise<TicketRow[]> => tx.query<TicketRow[]>(`${TICKETS_SQL} WHERE ${condition}`, [...params]);

export const toTicketResponse = (row: TicketRow): TicketResponse => ({
  id: row.id,
  number: ticketNumber(row.number),
  registrationId: row.registrationId,
  reference: row.reference,
  status: row.status,
  band: bandOfRank(row.bandRank),
  service: row.service,
  counter: row.counter,
  timesCalled: row.timesCalled,
  waitingSince: row.waitingSince.toISOString(),
  calledAt: row.calledAt?.toISOString() ?? null,
  servingSince: row.servingSince?.toISOString() ?? null,
  parkedAt: row.parkedAt?.toISOString() ?? null,
  ahead: row.ahead,
  needs: row.needs,
  notes: row.notes,
  version: row.version,
});
