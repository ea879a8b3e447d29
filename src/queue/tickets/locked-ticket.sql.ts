import type { EntityManager } from 'typeorm';
import { together } from '../../platform/database/together.js';
import type { Ticket } from './ticket.entity.js';

/** A ticket that the transaction holds, and what its changes depend on. */
export type LockedTicket = Ticket & {
  /** Whose counter it is or was last at. */
  officerId: string | null;
  registrationStatus: string;
};

const REGISTRATION_SQL = `
  SELECT status FROM registration WHERE id = (SELECT registration_id FROM ticket WHERE id = $1) FOR UPDATE`;

const TICKET_SQL = `
  SELECT t.id, t.post_id AS "postId", t.registration_id AS "registrationId", t.booking_id AS "bookingId",
    t.day::text AS day, t.number, t.band_rank AS "bandRank", t.due_at AS "dueAt", t.status,
    t.counter_session_id AS "counterSessionId", t.waiting_since AS "waitingSince", t.called_at AS "calledAt",
    t.serving_since AS "servingSince", t.parked_at AS "parkedAt", t.ended_at AS "endedAt", t.outcome, t.version,
    t.needs, t.counter_id AS "counterId", t.service_type_id AS "serviceTypeId", t.passed_over_at AS "passedOverAt",
    s.account_id AS "officerId"
  FROM ticket t LEFT JOIN counter_session s ON s.id = t.counter_session_id WHERE t.id = $1 FOR UPDATE OF t`;

/**
 * Locks a ticket after its registration, as every stage does, so that no two transactions wait for each other in a
 * circle. Both are sent together; the second starts when the first has its lock. @returns nothing where there is none
 */
export async function lockTicket(tx: EntityManager, id: string): Promise<LockedTicket | undefined> {
  const [[registration], [ticket]] = await together(
    tx.query<{ status: string }[]>(REGISTRATION_SQL, [id]),
    tx.query<Omit<LockedTicket, 'registrationStatus'>[]>(TICKET_SQL, [id]),
  );
  return registration && ticket && { ...ticket, registrationStatus: registration.status };
}
