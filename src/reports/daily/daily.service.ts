import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/problems/problem.js';
import { PostChoice } from '../../posts/post-choice.js';
import { Definitions } from '../figures/definitions.js';
import { presentDay, figureSeries } from '../figures/figure-series.js';
import type { PeriodQuery } from '../figures/figures.dto.js';
import { withholdSmall } from '../figures/withholding.js';
import { seesSmallCounts } from '../small-counts.js';
import type { DailyResponse } from './daily.dto.js';
import { periodFault, periodOf } from './period.js';

/** Counts by day, and up to each day. */
@Injectable()
export class DailyService {
  constructor(
    private readonly database: Database,
    private readonly posts: PostChoice,
    private readonly definitions: Definitions,
  ) {}

  /** Small counts are withheld from those who may not see persons. @throws Problem `invalid-input`, `not-allowed` */
  async read(caller: Caller, query: PeriodQuery): Promise<DailyResponse> {
    const post = await this.posts.of(caller, query.post);
    return this.database.transaction([post.id], async (tx) => {
      const today = await presentDay(tx, post);
      const period = periodOf(query, today);
      const fault = periodFault(period, today);
      if (fault) throw invalid(fault);
      const { asOf, days } = await figureSeries(tx, post, period);
      const suppressed = !seesSmallCounts(caller);
      const shown = (suppressed ? withholdSmall(days) : days).filter(({ day }) => day >= period.from);
      return {
        post: post.code,
        timeZone: post.timeZone,
        asOf: asOf.toISOString(),
        suppressed,
        definitions: this.definitions.in(caller.locale),
        days: shown.map(({ day, ofTheDay, cumulative }) => ({ day, figures: ofTheDay, cumulative })),
        total: shown.at(-1)!.cumulative,
      };
    });
  }
}
