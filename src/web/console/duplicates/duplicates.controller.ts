import { Body, Get, Post, Query } from '@nestjs/common';
import { DuplicatesQuery } from '../../../duplicates/pairs/duplicates.dto.js';
import { PairsService } from '../../../duplicates/pairs/pairs.service.js';
import { GroupMerging } from '../../../duplicates/worklist/group-merging.service.js';
import { GroupMergeRequest, WorklistQuery } from '../../../duplicates/worklist/worklist.dto.js';
import { Worklist } from '../../../duplicates/worklist/worklist.service.js';
import { Allow } from '../../../platform/auth/allow.js';
import { Clock } from '../../../platform/clock/clock.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { type Refusal, refusalOf } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { type DuplicatesPage, type GroupRow, seenPairs, toGroupRow, toPairRow } from './duplicates.view.js';

const SHOWN = 25;
type Asked = Record<string, unknown>;
type Listed = Pick<DuplicatesPage, 'groups' | 'later' | 'next'>;

/** The worklist of registrations that may be one person, and what has been decided on. */
@PageController()
@Allow('protection', 'supervisor')
export class DuplicatesPageController {
  constructor(
    private readonly pages: Pages,
    private readonly worklist: Worklist,
    private readonly merging: GroupMerging,
    private readonly pairs: PairsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.duplicates)
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: Asked) {
    return this.page(visit, query);
  }

  /** Merges all reports of one person at once. */
  @Post(paths.duplicatesMerge)
  async merge(@CurrentVisit() visit: GuardedVisit, @Body() body: FormBody) {
    const request = requestOf(GroupMergeRequest, { pairs: seenPairs(typed(body, 'pairs')) });
    try {
      await this.merging.merge(visit.caller, request);
    } catch (error) {
      return this.page(visit, {}, refusalOf(error));
    }
    return this.pages.goTo(visit, paths.duplicates);
  }

  private async page(visit: GuardedVisit, query: Asked, refused: Refusal | null = null) {
    const { status = 'open', after } = requestOf(DuplicatesQuery, {
      status: query['status'],
      after: query['after'],
    });
    const listed =
      status === 'open' ? await this.waiting(visit, query) : await this.decided(visit, status, after);
    const model: DuplicatesPage = { status, ...listed, refused, asOf: this.clock.now().toISOString() };
    return this.pages.show(visit, 'console/duplicates', model);
  }

  private async waiting({ caller }: GuardedVisit, query: Asked): Promise<Listed> {
    const { part = 'now', after } = requestOf(WorklistQuery, { part: query['part'], after: query['after'] });
    const { items, next, later } = await this.worklist.read(caller, { part, after, limit: SHOWN });
    return {
      groups: items.map(toGroupRow),
      later: part === 'now' ? later : 0,
      next: next && `${paths.duplicates}?part=${part}&after=${next}`,
    };
  }

  private async decided(
    { caller }: GuardedVisit,
    status: DuplicatesPage['status'],
    after?: string,
  ): Promise<Listed> {
    const { items, next } = await this.pairs.list(caller, { status, after, limit: SHOWN });
    const groups = items.map((pair): GroupRow => ({
      cases: [pair.first, pair.second],
      pairs: [toPairRow(pair)],
      mergeAll: null,
    }));
    return { groups, later: 0, next: next && `${paths.duplicates}?status=${status}&after=${next}` };
  }
}
