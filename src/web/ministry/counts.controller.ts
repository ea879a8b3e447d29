import { Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { PostsService } from '../../posts/posts.service.js';
import { DailyService } from '../../reports/daily/daily.service.js';
import { PeriodQuery } from '../../reports/figures/figures.dto.js';
import { errorsThrown, type FormBody, typed } from '../forms/check-form.js';
import { requestOf } from '../forms/request-of.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import { columnChart } from '../drawings/column-chart.js';
import { shownPost } from './shown-post.js';

/** Counts by day, with a chart. Small ones are withheld from those who may not see persons. */
@PageController()
export class CountsController {
  constructor(
    private readonly pages: Pages,
    private readonly daily: DailyService,
    private readonly posts: PostsService,
  ) {}

  @Get(paths.ministry)
  @Allow('analyst', 'supervisor')
  async show(@CurrentVisit() visit: GuardedVisit, @Query() query: FormBody) {
    const { chosen, posts } = shownPost(await this.posts.of(visit.caller), typed(query, 'post'));
    const values = { from: typed(query, 'from'), to: typed(query, 'to') };
    const { daily, errors } = await this.read(visit, { ...values, post: chosen });
    const reported = daily.days.map(({ day, figures }) => ({ day, value: figures.registered }));
    const shown = { from: values.from || reported[0]!.day, to: values.to || reported.at(-1)!.day };
    const model = { daily, chart: columnChart(reported), values: shown, posts, errors };
    return this.pages.show(visit, 'ministry/counts', model);
  }

  /** The period asked for; where it cannot be shown, the usual one and why. */
  private async read({ caller }: GuardedVisit, asked: FormBody) {
    try {
      return { daily: await this.daily.read(caller, requestOf(PeriodQuery, asked)), errors: [] };
    } catch (error) {
      const errors = errorsThrown(error);
      return { daily: await this.daily.read(caller, { post: typed(asked, 'post') }), errors };
    }
  }
}
