import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/problems/problem.js';
import { DuplicatePair } from './duplicate-pair.entity.js';

/**
 * One status, what speaks most for one person first. A pair that waits shows only while both cases are open and it still
 * speaks for itself. Parameters: status, weight and id of the last one shown, how many.
 */
export const WORKLIST_SQL = `
  SELECT d.id, d.status, d.proposal, d.probability, d.weight, d.reasons, d.found_at AS "foundAt",
    d.decided_at AS "decidedAt", d.version,
    a.id AS "firstId", a.reference AS "firstReference", a.channel AS "firstChannel", a.received_at AS "firstReceivedAt",
    b.id AS "secondId", b.reference AS "secondReference", b.channel AS "secondChannel",
    b.received_at AS "secondReceivedAt"
  FROM duplicate_pair d JOIN registration a ON a.id = d.first_id JOIN registration b ON b.id = d.second_id
  WHERE d.status = $1 AND ($2::integer IS NULL OR d.weight < $2 OR d.weight = $2 AND d.id > $3::uuid)
    AND ($1 NOT IN ('open', 'unsure')
      OR d.proposal <> 'different' AND a.status IN ('received', 'active') AND b.status IN ('received', 'active'))
  ORDER BY d.weight DESC, d.id LIMIT $4`;

/** How many wait. */
export const WAITING_SQL = `
  SELECT count(*)::integer AS waiting, count(*) FILTER (WHERE d.proposal = 'same')::integer AS sure
  FROM duplicate_pair d JOIN registration a ON a.id = d.first_id JOIN registration b ON b.id = d.second_id
  WHERE d.status = 'open' AND d.proposal <> 'different'
    AND a.status IN ('received', 'active') AND b.status IN ('received', 'active')`;

/** @throws Problem `not-found` */
export async function findPair(tx: EntityManager, id: string): Promise<DuplicatePair> {
  const pair = await tx.findOneBy(DuplicatePair, { id });
  if (!pair) throw notFound();
  return pair;
}
