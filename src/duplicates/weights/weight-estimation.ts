import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { EstimationThread } from './estimation-thread.js';
import type { EstimationTask } from './estimation-worker.js';
import { MatchingModels } from './matching-models.js';
import { PeopleSample } from './people-sample.js';
import { randomPairs } from './random-pairs.js';

/** Before so many people have registered, the weights that come with the program are better than any estimate. */
const ENOUGH = 1000;
/** Estimated anew once there are so many times more people. */
const GROWN = 1.5;
const SAMPLED = 5000;
const SEARCHED = 500;
const RANDOM_PAIRS = 20_000;

/** Estimates from a post's own registrations, with nobody telling it who is who, what agreement on each field is worth. */
@Injectable()
export class WeightEstimation {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleSample,
    private readonly thread: EstimationThread,
    private readonly models: MatchingModels,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param enough people that there must be
   * @returns the version of the new weights; nothing where there are too few people, or hardly more than last time
   */
  async estimate(postId: string, enough = ENOUGH): Promise<number | undefined> {
    const [total, before] = await this.database.transaction([postId], async (tx) => {
      const [row] = await tx.query<{ total: number }[]>(
        "SELECT count(*)::integer AS total FROM registration WHERE post_id = $1 AND status <> 'withdrawn'",
        [postId],
      );
      return [row!.total, (await this.models.newest(tx, postId)).records];
    });
    if (total < enough || total < before * GROWN) return undefined;
    const sampled = await this.people.draw(postId, SAMPLED);
    const searched = sampled.slice(0, SEARCHED);
    const candidates: EstimationTask['candidates'] = [];
    for (const person of searched)
      for (const { features } of await this.people.candidatesOf(postId, person))
        candidates.push([person.features, features]);
    const model = await this.thread.estimate({
      records: sampled.map(({ features }) => features),
      random: randomPairs(sampled.length, RANDOM_PAIRS),
      candidates,
      pairsInAll: searched.length * (total - 1),
    });
    return this.database.transaction([postId], async (tx) => {
      const version = await this.models.store(tx, postId, model, total);
      await this.audit.record(tx, systemCaller(postId, `estimate ${newId()}`), {
        action: 'duplicates.estimated',
        subject: { kind: 'matching-model', id: null },
        postId,
        detail: { version, people: total, sampled: sampled.length, pairs: candidates.length },
      });
      return version;
    });
  }
}
