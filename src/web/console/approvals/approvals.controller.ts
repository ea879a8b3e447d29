import { Get } from '@nestjs/common';
import { Allow } from '../../../platform/auth/allow.js';
import { Clock } from '../../../platform/clock/clock.js';
import { ApplicationReader } from '../../../travel-documents/applications/application-reader.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { StaffNames } from '../staff-names.js';

const SHOWN = 50;

/** Applications that wait for a second person. */
@PageController()
export class ApprovalsController {
  constructor(
    private readonly pages: Pages,
    private readonly applications: ApplicationReader,
    private readonly names: StaffNames,
    private readonly clock: Clock,
  ) {}

  @Get(paths.approvals)
  @Allow('approver')
  async show(@CurrentVisit() visit: GuardedVisit) {
    const { items, next } = await this.applications.list(visit.caller, { status: 'applied', limit: SHOWN });
    const name = await this.names.of(items.map(({ appliedBy }) => appliedBy));
    const rows = items.map(
      ({ registrationId, reference, destination, validUntil, appliedBy, appliedAt }) => ({
        registrationId,
        reference,
        destination,
        validUntil,
        appliedBy: name(appliedBy),
        appliedAt,
        own: appliedBy === visit.caller.id,
      }),
    );
    const asOf = this.clock.now().toISOString();
    return this.pages.show(visit, 'console/approvals', { rows, more: next !== null, asOf });
  }
}
