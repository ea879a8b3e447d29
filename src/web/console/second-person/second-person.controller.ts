import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, AskAgain } from '../../../platform/auth/allow.js';
import { Clock } from '../../../platform/clock/clock.js';
import { PageQuery } from '../../../platform/http/keyset.js';
import { SecondPersonDecisionRequest } from '../../../registrations/disclosure/second-person/second-person.dto.js';
import { SecondPersonRequests } from '../../../registrations/disclosure/second-person/second-person-requests.service.js';
import { DISCLOSERS } from '../../../registrations/disclosure/second-person/second-person-state.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { refusalOf } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import type { SecondPersonPage } from './second-person.view.js';

const SHOWN = 25;

/** The worklist of second persons: who asks to see where somebody is, and who opened it because of danger. */
@PageController()
@Allow(...DISCLOSERS)
export class SecondPersonPageController {
  constructor(
    private readonly pages: Pages,
    private readonly requests: SecondPersonRequests,
    private readonly clock: Clock,
  ) {}

  @Get(paths.secondPerson)
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: Record<string, unknown>) {
    return this.page(visit, query, { done: query['done'] !== undefined });
  }

  @Post(paths.secondPersonDecision(':id'))
  @AskAgain()
  async decide(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    try {
      const { verdict } = requestOf(SecondPersonDecisionRequest, { verdict: typed(body, 'verdict') });
      await this.requests.decide(visit.caller, id, verdict);
    } catch (error) {
      return this.page(visit, {}, { refused: refusalOf(error) });
    }
    return this.pages.goTo(visit, `${paths.secondPerson}?done`);
  }

  private async page(
    visit: GuardedVisit,
    query: Record<string, unknown>,
    moment: Partial<Pick<SecondPersonPage, 'done' | 'refused'>>,
  ) {
    const { after } = requestOf(PageQuery, { after: query['after'] });
    const { items, next } = await this.requests.list(visit.caller, { after, limit: SHOWN });
    const model: SecondPersonPage = {
      requests: items.map((request) => ({ ...request, own: request.askedBy === visit.caller.id })),
      next: next && `${paths.secondPerson}?after=${next}`,
      refused: null,
      done: false,
      asOf: this.clock.now().toISOString(),
      ...moment,
    };
    return this.pages.show(visit, 'console/second-person', model);
  }
}
