import { Get, Query } from '@nestjs/common';
import { DuplicatesQuery } from '../../../duplicates/pairs/duplicates.dto.js';
import { PairsService } from '../../../duplicates/pairs/pairs.service.js';
import { Allow } from '../../../platform/auth/allow.js';
import { Clock } from '../../../platform/clock/clock.js';
import { requestOf } from '../../forms/request-of.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { percentOf, toReasonView } from './duplicates.view.js';

const SHOWN = 25;

/** The worklist of registrations that may be one person. */
@PageController()
@Allow('protection', 'supervisor')
export class DuplicatesPageController {
  constructor(
    private readonly pages: Pages,
    private readonly pairs: PairsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.duplicates)
  async show(@CurrentVisit() visit: GuardedVisit, @Query() query: Record<string, unknown>) {
    const { status = 'open', after } = requestOf(DuplicatesQuery, {
      status: query['status'],
      after: query['after'],
    });
    const { items, next } = await this.pairs.list(visit.caller, { status, after, limit: SHOWN });
    const rows = items.map(({ id, first, second, proposal, version, reasons, probability }) => ({
      id,
      first,
      second,
      proposal,
      version,
      reasons: reasons.map(toReasonView),
      percent: percentOf(probability),
    }));
    return this.pages.show(visit, 'console/duplicates', {
      status,
      rows,
      next: next && `${paths.duplicates}?status=${status}&after=${next}`,
      refused: null,
      asOf: this.clock.now().toISOString(),
    });
  }
}
