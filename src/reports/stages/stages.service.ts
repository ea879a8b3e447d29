import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { nowIn } from '../../platform/database/now-in.js';
import { PostChoice } from '../../posts/post-choice.js';
import type { PostQuery } from '../figures/figures.dto.js';
import { MILESTONES } from '../journey/milestones.js';
import { seesSmallCounts } from '../small-counts.js';
import { STAGE_AGES } from './stage-ages.sql.js';
import { withholdStages } from './withhold-stages.js';
import type { StageResponse, StagesResponse } from './stages.dto.js';

/** How many people wait after each stage, and for how long: the backlog that intake figures do not show. */
@Injectable()
export class StagesService {
  constructor(
    private readonly database: Database,
    private readonly posts: PostChoice,
  ) {}

  /** @throws Problem `invalid-input`, `not-allowed` */
  async read(caller: Caller, { post: code }: PostQuery): Promise<StagesResponse> {
    const post = await this.posts.of(caller, code);
    return this.database.transaction([post.id], async (tx) => {
      const now = await nowIn(tx);
      const rows = await tx.query<StageResponse[]>(STAGE_AGES, [post.id, MILESTONES]);
      const suppressed = !seesSmallCounts(caller);
      const found = new Map(rows.map((row) => [row.stage, row]));
      const stages = MILESTONES.map((stage) => found.get(stage) ?? { stage, people: 0, ...NOBODY });
      return {
        post: post.code,
        timeZone: post.timeZone,
        asOf: now.toISOString(),
        suppressed,
        stages: suppressed ? withholdStages(stages) : stages,
      };
    });
  }
}

const NOBODY = { medianMinutes: null, oldestMinutes: null };
