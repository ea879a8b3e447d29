import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ArrivalsQuery } from '../../../departures/arrivals/arrivals.dto.js';
import { ArrivalsService } from '../../../departures/arrivals/arrivals.service.js';
import { DepartureSteps } from '../../../departures/departure-steps.service.js';
import { DepartureStepRequest } from '../../../departures/departures.dto.js';
import { arrivalFrom } from '../../../departures/step-times.js';
import { Allow } from '../../../platform/auth/allow.js';
import { Clock } from '../../../platform/clock/clock.js';
import { errorsThrown, type FormBody, typed } from '../../forms/check-form.js';
import { answerTo, type Refusal } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { instantAt, versionIn } from '../../forms/typed-values.js';
import { PageContexts } from '../../frame/page-contexts.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import type { ArrivalsPage } from './arrivals.view.js';

/** What was typed as the time of an arrival, and what is wrong with it. */
type SaidTime = ArrivalsPage['said'] & Pick<ArrivalsPage, 'errors'>;
const NOTHING_SAID: SaidTime = { id: '', at: '', errors: [] };

/** The list of those who receive people: who lands when, what care they need, and that they have come. */
@PageController()
export class ArrivalsPageController {
  constructor(
    private readonly pages: Pages,
    private readonly arrivals: ArrivalsService,
    private readonly steps: DepartureSteps,
    private readonly clock: Clock,
    private readonly contexts: PageContexts,
  ) {}

  @Get(paths.arrivals)
  @Allow('home-agency', 'supervisor')
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: FormBody) {
    return this.page(visit, query, null);
  }

  @Post(paths.arrivalConfirmation(':id'))
  @Allow('home-agency')
  async confirm(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    const said = typed(body, 'at');
    try {
      const { timeZone } = await this.contexts.of(visit);
      const request = requestOf(DepartureStepRequest, { at: instantAt(said, timeZone) });
      await this.steps.arrive(visit.caller, id, versionIn(body), request);
    } catch (error) {
      const { errors, refused } = answerTo(error, (name) => `${name}-${id}`);
      return this.page(visit, {}, refused, { id, at: said, errors });
    }
    return this.pages.goTo(visit, paths.arrivals);
  }

  private async page(
    visit: GuardedVisit,
    query: FormBody,
    refused: Refusal | null,
    { errors: late, ...said }: SaidTime = NOTHING_SAID,
  ) {
    const values = { from: typed(query, 'from'), to: typed(query, 'to') };
    const common = { values, said, refused, asOf: this.clock.now().toISOString() };
    try {
      const rows = await this.rows(visit, { ...values, after: typed(query, 'after') });
      return await this.pages.show(visit, 'console/arrivals', { ...common, ...rows, errors: late });
    } catch (error) {
      const errors = errorsThrown(error);
      return this.pages.show(visit, 'console/arrivals', { ...common, rows: [], next: null, errors });
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
