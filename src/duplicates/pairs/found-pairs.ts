import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/ids.js';
import { outcome, type Score } from '../matching/model.js';

/**
 * A pair that nobody has decided on takes the newest weights; a decision stands, whatever is weighed later. Parameters: id,
 * post, the two registrations, proposal, probability, weight, reasons, version of the model.
 */
const WRITE_SQL = `
  INSERT INTO duplicate_pair (id, post_id, first_id, second_id, proposal, probability, weight, reasons, model_version)
  VALUES ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), $5, $6, $7, $8, $9)
  ON CONFLICT ON CONSTRAINT duplicate_pair_once DO UPDATE SET proposal = EXCLUDED.proposal,
    probability = EXCLUDED.probability, weight = EXCLUDED.weight, reasons = EXCLUDED.reasons,
    model_version = EXCLUDED.model_version, version = duplicate_pair.version + 1
  WHERE duplicate_pair.status = 'open' AND duplicate_pair.reasons <> EXCLUDED.reasons`;

/** A pair found before that now speaks against itself is marked so and leaves the worklist; it is not made for that. */
const DROP_SQL = `
  UPDATE duplicate_pair SET proposal = 'different', probability = $3, weight = $4, reasons = $5, model_version = $6,
    version = version + 1
  WHERE first_id = least($1::uuid, $2::uuid) AND second_id = greatest($1::uuid, $2::uuid) AND status = 'open'
    AND reasons <> $5::jsonb`;

/** Keeps pairs worth looking at, in the caller's transaction. Safe to repeat. */
@Injectable()
export class FoundPairs {
  /** @returns whether the pair is worth looking at */
  async write(
    tx: EntityManager,
    postId: string,
    [one, other]: readonly [string, string],
    { probability, bits, reasons }: Score,
    modelVersion: number,
  ): Promise<boolean> {
    const proposal = outcome(probability);
    const weight = Math.max(0, Math.round(bits * 100));
    const codes = JSON.stringify(
      reasons.map(({ field, level, bits: b }) => ({ field, level, bits: rounded(b) })),
    );
    const weighed = [probability, weight, codes, modelVersion];
    if (proposal === 'different') await tx.query(DROP_SQL, [one, other, ...weighed]);
    else await tx.query(WRITE_SQL, [newId(), postId, one, other, proposal, ...weighed]);
    return proposal !== 'different';
  }
}

const rounded = (bits: number) => Math.round(bits * 100) / 100;
