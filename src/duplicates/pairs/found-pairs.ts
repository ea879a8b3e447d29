import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { systemCaller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import type { Announcement } from '../../platform/jobs/topics.js';
import { CaseLog } from '../../registrations/case-log.js';
import { CandidateSearch } from '../candidates/candidate-search.js';
import type { OpenedPerson } from '../candidates/opened-people.js';
import { outcome, type Score } from '../matching/model.js';
import { KeptCase } from '../merging/kept-case.js';
import { MatchingModels } from '../weights/matching-models.js';

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
  constructor(
    private readonly search: CandidateSearch,
    private readonly models: MatchingModels,
    private readonly kept: KeptCase,
    private readonly log: CaseLog,
  ) {}

  /** Weighs a person, under the case that they are helped under, with everybody who may be the same. */
  async find(tx: EntityManager, { postId, requestId }: Announcement, person: OpenedPerson): Promise<void> {
    const candidates = await this.search.of(tx, postId, person);
    const { model, version } = await this.models.current(tx, postId);
    const ownCase = await this.kept.of(tx, person.registrationId);
    let found = 0;
    for (const { registrationId, features } of candidates) {
      const score = this.models.weigh(postId, model, person.features, features);
      const otherCase = await this.kept.of(tx, registrationId);
      if (otherCase === ownCase) continue;
      if (await this.write(tx, postId, [ownCase, otherCase], score, version)) found++;
    }
    const detail = { compared: candidates.length, found, model: version };
    const subject = { id: person.registrationId, postId };
    await this.log.record(tx, systemCaller(postId, requestId), subject, 'duplicates.checked', detail);
  }

  /** @returns whether the pair is worth looking at */
  private async write(
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
