import { setImmediate } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import { eachInTurn } from '../../platform/jobs/each-in-turn.js';
import { Topics } from '../../platform/jobs/topics.js';
import { PostsService } from '../../posts/posts.service.js';
import { CandidateSearch } from '../candidates/candidate-search.js';
import { type OpenedPerson, OpenedPeople } from '../candidates/opened-people.js';
import { EstimationThread } from './estimation-thread.js';
import type { EstimationTask } from './estimation-worker.js';
import { MatchingModels } from './matching-models.js';
import { randomPairs } from './random-pairs.js';

/** Before so many people have registered, the weights that come with the program are better than any estimate. */
const ENOUGH = 1000;
/** Estimated anew once there are so many times more people. */
const GROWN = 1.5;
const SAMPLED = 5000;
const SEARCHED = 500;
const RANDOM_PAIRS = 20_000;
const AT_ONCE = 50;

/** Estimates from a post's own registrations, with nobody telling it who is who, what agreement on each field is worth. */
@Injectable()
export class WeightEstimation implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly posts: PostsService,
    private readonly people: OpenedPeople,
    private readonly search: CandidateSearch,
    private readonly thread: EstimationThread,
    private readonly models: MatchingModels,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.topics.schedule('duplicates.estimate', '41 * * * *', () => this.estimateAll());
  }

  async estimateAll(): Promise<void> {
    await eachInTurn(await this.posts.all(), ({ id }) => this.estimate(id));
  }

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
    const sampled = await this.sample(postId);
    const searched = sampled.slice(0, SEARCHED);
    const candidates: EstimationTask['candidates'] = [];
    for (const person of searched)
      for (const { features } of await this.candidatesOf(postId, person))
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

  /** People by chance. Opened a few at a time, so that the process does other things between. */
  private async sample(postId: string): Promise<OpenedPerson[]> {
    const ids = await this.database.transaction([postId], (tx) =>
      tx.query<{ id: string }[]>(
        "SELECT id FROM registration WHERE post_id = $1 AND status <> 'withdrawn' ORDER BY random() LIMIT $2",
        [postId, SAMPLED],
      ),
    );
    const opened: OpenedPerson[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE).map(({ id }) => id);
      opened.push(...(await this.database.transaction([postId], (tx) => this.people.of(tx, some))));
      await setImmediate();
    }
    return opened;
  }

  private async candidatesOf(postId: string, person: OpenedPerson): Promise<OpenedPerson[]> {
    const found = await this.database.transaction([postId], (tx) => this.search.of(tx, postId, person));
    await setImmediate();
    return found;
  }
}
