/**
 * Whoever may be the person of a merged case may be the person of the one that is kept: what waits is asked of that one from
 * now on, unless it has been asked already. Parameters: the merged case, the kept one.
 */
export const CARRY_SQL = `
  INSERT INTO duplicate_pair (id, post_id, first_id, second_id, proposal, probability, weight, reasons, model_version)
  SELECT gen_random_uuid(), d.post_id, least($2::uuid, o.id), greatest($2::uuid, o.id), d.proposal, d.probability, d.weight,
    d.reasons, d.model_version
  FROM duplicate_pair d
  CROSS JOIN LATERAL (SELECT CASE d.first_id WHEN $1::uuid THEN d.second_id ELSE d.first_id END AS id) o
  WHERE $1 IN (d.first_id, d.second_id) AND d.status IN ('open', 'unsure') AND d.proposal <> 'different'
    AND o.id <> $2
  ON CONFLICT ON CONSTRAINT duplicate_pair_once DO NOTHING`;
