import { Get, Query } from '@nestjs/common';
import { Allow } from '../../platform/auth/allow.js';
import { csvAnswer } from '../../platform/http/csv-answer.js';
import { PostsService } from '../../posts/posts.service.js';
import { breakdownCsv, breakdownFile } from '../../reports/breakdowns/breakdown-csv.js';
import { BreakdownQuery, type BreakdownResponse } from '../../reports/breakdowns/breakdown.dto.js';
import { BreakdownService } from '../../reports/breakdowns/breakdown.service.js';
import { GROUPINGS } from '../../reports/breakdowns/groupings.js';
import { errorsThrown, type FormBody, typed } from '../forms/check-form.js';
import { requestOf } from '../forms/request-of.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import type { BreakdownPage } from './breakdown.view.js';
import { shownPost } from './shown-post.js';

/** Figures by sex, age group or home province. Nobody's group is given away to those who may not see persons. */
@PageController()
@Allow('analyst', 'supervisor')
export class BreakdownPageController {
  constructor(
    private readonly pages: Pages,
    private readonly breakdown: BreakdownService,
    private readonly posts: PostsService,
  ) {}

  @Get(paths.breakdown)
  async show(@CurrentVisit() visit: GuardedVisit, @Query() query: FormBody) {
    const { chosen, posts } = shownPost(await this.posts.of(visit.caller), typed(query, 'post'));
    const by = typed(query, 'by') || GROUPINGS[0];
    const day = typed(query, 'day');
    const { breakdown, errors } = await this.read(visit, { post: chosen, by, day });
    const values = { day: day || breakdown.day };
    const model = { breakdown, groupings: GROUPINGS, rows: rowsOf(breakdown), values, posts, errors };
    return this.pages.show(visit, 'ministry/breakdown', model);
  }

  @Get(paths.breakdownCsv)
  async csv(@CurrentVisit() { caller, reply }: GuardedVisit, @Query() query: BreakdownQuery) {
    const breakdown = await this.breakdown.read(caller, query);
    return csvAnswer(reply, breakdownFile(breakdown), breakdownCsv(breakdown));
  }

  /** The day asked for; where it cannot be shown, the usual one and why. */
  private async read({ caller }: GuardedVisit, asked: { post: string; by: string; day: string }) {
    try {
      return { breakdown: await this.breakdown.read(caller, requestOf(BreakdownQuery, asked)), errors: [] };
    } catch (error) {
      const errors = errorsThrown(error);
      const usual = requestOf(BreakdownQuery, { ...asked, day: '' });
      return { breakdown: await this.breakdown.read(caller, usual), errors };
    }
  }
}

function rowsOf({ by, groups, figures }: BreakdownResponse): BreakdownPage['rows'] {
  const rows = groups.map(({ name }, index) => ({
    name,
    people: figures.map(({ groups }) => groups[index]!.people),
  }));
  return by === 'province' ? rows.filter(({ people }) => people.some(Boolean)) : rows;
}
