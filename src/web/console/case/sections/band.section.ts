import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../../platform/auth/caller.js';
import { BandOverrideRequest } from '../../../../triage/triage.dto.js';
import { TriageService } from '../../../../triage/triage.service.js';
import { StaffNames } from '../../staff-names.js';
import { requestOf } from '../../../forms/request-of.js';
import type { CaseSection, SentAct } from '../case-section.js';

/** How soon the person is seen, and why. */
@Injectable()
export class BandSection implements CaseSection<'band'> {
  readonly name = 'band';
  readonly acts = {
    band: ({ caller, registrationId, version, fields }: SentAct) =>
      this.triage.override(caller, registrationId, version, requestOf(BandOverrideRequest, fields)),
  };

  constructor(
    private readonly triage: TriageService,
    private readonly names: StaffNames,
  ) {}

  async read(caller: Caller, registrationId: string) {
    const { band, reasons, assessedBy, assessedAt, version } = await this.triage.read(caller, registrationId);
    const name = await this.names.of([assessedBy]);
    const section = { band, reasons, setBy: assessedBy && name(assessedBy), at: assessedAt, version };
    return { section, offers: ['band' as const] };
  }
}
