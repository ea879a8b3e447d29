import type { EntityManager } from 'typeorm';
import { Problem } from '../../platform/problems/problem.js';

const LAST_CHANGE_SQL = `
  SELECT substring(e.action FROM 7) AS act, a.display_name AS who
  FROM audit_event e LEFT JOIN account a ON a.id = e.actor_id
  WHERE e.subject_id = $1 AND e.subject_kind = 'ticket' AND e.action LIKE 'queue.%' ORDER BY e.at DESC, e.id DESC LIMIT 1`;

/** Whoever it was that no officer was: a job that follows the band, or the person. */
const NO_OFFICER = 'Pulang';

/** Tells an officer whose act came too late who changed the ticket, and what they did. */
export async function changedMeanwhile(tx: EntityManager, ticketId: string): Promise<Problem> {
  const [last] = await tx.query<{ act: string; who: string | null }[]>(LAST_CHANGE_SQL, [ticketId]);
  const params = { who: last?.who ?? NO_OFFICER, act: (last?.act ?? 'other').replaceAll('-', '_') };
  return new Problem('stale', 'ticket-changed', { params });
}
