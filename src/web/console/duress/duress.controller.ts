import { Body, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DURESS_NOTES, FLAG_READERS } from '../../../registrations/duress/duress-codes.js';
import { AcknowledgementRequest, DuressFlagsQuery } from '../../../registrations/duress/duress-flags.dto.js';
import { DuressFlags } from '../../../registrations/duress/duress-flags.service.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { answerTo } from '../../forms/refusal.js';
import { requestOf } from '../../forms/request-of.js';
import { versionIn } from '../../forms/typed-values.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { StaffNames } from '../staff-names.js';
import type { DuressPage } from './duress.view.js';

const SHOWN = 25;

/** The worklist of those who may be forced by somebody, for the two roles that may know. */
@PageController()
@Allow(...FLAG_READERS)
export class DuressPageController {
  constructor(
    private readonly pages: Pages,
    private readonly flags: DuressFlags,
    private readonly names: StaffNames,
    private readonly clock: Clock,
  ) {}

  @Get(paths.duress)
  show(@CurrentVisit() visit: GuardedVisit, @Query() query: Record<string, unknown>) {
    return this.page(visit, query, { done: query['done'] !== undefined });
  }

  @Post(paths.duressAcknowledgement(':id'))
  async acknowledge(
    @CurrentVisit() visit: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FormBody,
  ) {
    try {
      const request = requestOf(AcknowledgementRequest, { note: typed(body, 'note') });
      await this.flags.acknowledge(visit.caller, id, versionIn(body), request);
    } catch (error) {
      return this.page(
        visit,
        {},
        answerTo(error, (name) => `${name}-${id}`),
      );
    }
    return this.pages.goTo(visit, `${paths.duress}?done`);
  }

  private async page(visit: GuardedVisit, query: Record<string, unknown>, moment: Partial<DuressPage>) {
    const { state = 'open', after } = requestOf(DuressFlagsQuery, {
      state: query['state'],
      after: query['after'],
    });
    const { items, next } = await this.flags.list(visit.caller, { state, after, limit: SHOWN });
    const nameOf = await this.names.of(items.map(({ acknowledgedBy }) => acknowledgedBy));
    const model: DuressPage = {
      state,
      flags: items.map((flag) => ({
        ...flag,
        takenUpBy: flag.acknowledgedBy === null ? null : nameOf(flag.acknowledgedBy),
      })),
      notes: DURESS_NOTES,
      next: next && `${paths.duress}?state=${state}&after=${next}`,
      errors: [],
      refused: null,
      done: false,
      asOf: this.clock.now().toISOString(),
      ...moment,
    };
    return this.pages.show(visit, 'console/duress', model);
  }
}
