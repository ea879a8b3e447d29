import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import { Clock } from '../../../platform/clock/clock.js';
import { PageQuery } from '../../../platform/http/keyset.js';
import { WhereaboutsDecisionRequest } from '../../../registrations/disclosure/whereabouts/whereabouts.dto.js';
import { WhereaboutsRequests } from '../../../registrations/disclosure/whereabouts/whereabouts-requests.service.js';
import { DISCLOSERS } from '../../../registrations/disclosure/whereabouts/whereabouts-state.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { refusalOf } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import type { WhereaboutsPage } from './whereabouts.view.js';

const SHOWN = 25;

/** The worklist of second persons: who asks to see where somebody is, and who opened it because of danger. */
@PageController()
@Allow(...DISCLOSERS)
export class WhereaboutsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly requests: WhereaboutsRequests,
    private readonly clock: Clock,
  ) {}

  @Get(paths.whereabouts)
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: Record<string, unknown>) {
    return this.page(visit, query, { done: query['done'] !== undefined });
  }

  @Post(paths.whereaboutsDecision(':id'))
  @AskAgain()
  async decide(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    try {
      const { verdict } = requestOf(WhereaboutsDecisionRequest, { verdict: typed(body, 'verdict') });
      await this.requests.decide(visit.caller, id, verdict);
    } catch (error) {
      return this.page(visit, {}, { refused: refusalOf(error) });
    }
    return this.pages.goTo(visit, `${paths.whereabouts}?done`);
  }

  private async page(
    visit: GuardedVisit,
    query: Record<string, unknown>,
    moment: Partial<Pick<WhereaboutsPage, 'done' | 'refused'>>,
  ) {
    const { after } = requestOf(PageQuery, { after: query['after'] });
    const { items, next } = await this.requests.list(visit.caller, { after, limit: SHOWN });
    const model: WhereaboutsPage = {
      requests: items.map((request) => ({ ...request, own: request.askedBy === visit.caller.id })),
      next: next && `${paths.whereabouts}?after=${next}`,
      refused: null,
      done: false,
      asOf: this.clock.now().toISOString(),
      ...moment,
    };
    return this.pages.show(visit, 'console/whereabouts', model);
  }
}
