import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../../platform/auth/caller.js';
import { JourneyService } from '../../../../reports/journey/journey.service.js';
import type { Milestone } from '../../../../reports/journey/milestones.js';
import type { CaseSection } from '../case-section.js';

/** What the person reached so far, latest first. */
@Injectable()
export class HistorySection implements CaseSection<'history'> {
  readonly name = 'history';
  readonly acts = {};

  constructor(private readonly journey: JourneyService) {}

  async read(caller: Caller, registrationId: string) {
    const reached = await this.journey.of(caller, registrationId);
    const entries = Object.entries(reached) as [Milestone, Date][];
    const section = entries
      .sort(([, one], [, other]) => other.getTime() - one.getTime())
      .map(([milestone, at]) => ({ milestone, at: at.toISOString() }));
    return { section };
  }
}
