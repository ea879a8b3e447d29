import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/problems/problem.js';
import { DuplicatePair } from './duplicate-pair.entity.js';

const PAIRED =
  'duplicate_pair d JOIN registration a ON a.id = d.first_id JOIN registration b ON b.id = d.second_id';

const ROWS = `
  SELECT d.id, d.status, d.proposal, d.probability, d.weight, d.reasons, d.found_at AS "foundAt",
    d.decided_at AS "decidedAt", d.version,
    a.id AS "firstId", a.reference AS "firstReference", a.channel AS "firstChannel", a.received_at AS "firstReceivedAt",
    b.id AS "secondId", b.reference AS "secondReference", b.channel AS "secondChannel",
    b.received_at AS "secondReceivedAt"
  FROM ${PAIRED}`;

/**
 * Only while the pair still speaks for itself and one case is open. The other may have been withdrawn: whoever registers
 * again counts once.
 */
const WAITS = `d.proposal <> 'different' AND a.erased_at IS NULL AND b.erased_at IS NULL
  AND (a.status IN ('received', 'active') AND b.status IN ('received', 'active', 'withdrawn')
    OR a.status = 'withdrawn' AND b.status IN ('received', 'active'))`;

/**
 * One status, what speaks most for one person first. Parameters: status, weight and id of the last one shown, how many.
 */
export const WORKLIST_SQL = `${ROWS}
  WHERE d.status = $1 AND ($2::integer IS NULL OR d.weight < $2 OR d.weight = $2 AND d.id > $3::uuid)
    AND ($1 NOT IN ('open', 'unsure') OR ${WAITS})
  ORDER BY d.weight DESC, d.id LIMIT $4`;

/** Certain pairs. Parameter: ids (uuid[]). */
export const PAIRS_SQL = `${ROWS} WHERE d.id = ANY ($1::uuid[]) ORDER BY d.weight DESC, d.id`;

/** All pairs that wait for a decision, what speaks most for one person first, and nothing else of them. */
export const WAITING_PAIRS_SQL = `
  SELECT d.id, d.first_id AS "firstId", d.second_id AS "secondId", d.weight, d.proposal FROM ${PAIRED}
  WHERE d.status = 'open' AND ${WAITS} ORDER BY d.weight DESC, d.id`;

/** How many wait. */
export const WAITING_SQL = `
  SELECT count(*)::integer AS waiting, count(*) FILTER (WHERE d.proposal = 'same')::integer AS sure
  FROM ${PAIRED} WHERE d.status = 'open' AND ${WAITS}`;

/** @throws Problem `not-found` */
export async function findPair(tx: EntityManager, id: string): Promise<DuplicatePair> {
  const pair = await tx.findOneBy(DuplicatePair, { id });
  if (!pair) throw notFound();
  return pair;
}
