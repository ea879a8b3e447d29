import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ArrivalsQuery } from '../../../departures/arrivals/arrivals.dto.js';
import { ArrivalsService } from '../../../departures/arrivals/arrivals.service.js';
import { DepartureSteps } from '../../../departures/departure-steps.service.js';
import { arrivalFrom } from '../../../departures/step-times.js';
import { Allow } from '../../../platform/auth/allow.js';
import { Clock } from '../../../platform/clock/clock.js';
import { errorsThrown, type FormBody, typed } from '../../forms/check-form.js';
import { type Refusal, refusalOf } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import type { ArrivalsPage } from './arrivals.view.js';

/** The list of those who receive people: who lands when, what care they need, and that they have come. */
@PageController()
export class ArrivalsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly arrivals: ArrivalsService,
    private readonly steps: DepartureSteps,
    private readonly clock: Clock,
  ) {}

  @Get(paths.arrivals)
  @Allow('home-agency', 'supervisor')
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: FormBody) {
    return this.page(visit, query, null, 200);
  }

  @Post(paths.arrivalConfirmation(':id'))
  @Allow('home-agency')
  async confirm(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    try {
      await this.steps.arrive(visit.caller, id, Number(typed(body, 'version') || NaN), {});
    } catch (error) {
      const { problem: _, ...refused } = refusalOf(error);
      return this.page(visit, {}, refused, refused.status);
    }
    return this.pages.goTo(visit, paths.arrivals);
  }

  private async page(visit: GuardedVisit, query: FormBody, refused: Refusal | null, status: number) {
    const values = { from: typed(query, 'from'), to: typed(query, 'to') };
    const common = { values, refused, asOf: this.clock.now().toISOString() };
    try {
      const rows = await this.rows(visit, { ...values, after: typed(query, 'after') });
      return await this.pages.show(visit, 'console/arrivals', { ...common, ...rows, errors: [] }, status);
    } catch (error) {
      const errors = errorsThrown(error);
      return this.pages.show(visit, 'console/arrivals', { ...common, rows: [], next: null, errors }, 422);
    }
  }

  private async rows(
    { caller }: GuardedVisit,
    asked: FormBody,
  ): Promise<Pick<ArrivalsPage, 'rows' | 'next'>> {
    const query = requestOf(ArrivalsQuery, asked);
    const { items, next } = await this.arrivals.list(caller, query);
    const { from = '', to = '' } = query;
    return {
      rows: items.map((row) => {
        const expected = caller.role === 'home-agency' && row.status === 'departed';
        const from = arrivalFrom(row);
        const early = this.clock.now() < from;
        return {
          ...row,
          mayConfirm: expected && !early,
          confirmFrom: expected && early ? from.toISOString() : null,
        };
      }),
      next: next && `${paths.arrivals}?${new URLSearchParams({ from, to, after: next }).toString()}`,
    };
  }
}
