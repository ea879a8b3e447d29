import { Injectable } from '@nestjs/common';
import { KeptCase } from '../../../../duplicates/merging/kept-case.js';
import type { Caller } from '../../../../platform/auth/caller.js';
import { FLAG_READERS } from '../../../../registrations/duress/duress-codes.js';
import { DuressFlags } from '../../../../registrations/duress/duress-flags.service.js';
import type { CaseSection } from '../case-section.js';

const MAY_KNOW: readonly Caller['role'][] = FLAG_READERS;

/** Whether the case, or one that was merged into it, was opened with its help word: for the roles that may know, and for nobody else a trace of it. */
@Injectable()
export class DuressSection implements CaseSection<'duress'> {
  readonly name = 'duress';
  readonly acts = {};

  constructor(
    private readonly flags: DuressFlags,
    private readonly merges: KeptCase,
  ) {}

  async read(caller: Caller, registrationId: string) {
    if (!MAY_KNOW.includes(caller.role)) return { section: null };
    const ids = await this.merges.withMerged(caller, registrationId);
    const [latest] = await this.flags.ofCases(caller, ids);
    return { section: latest ? { lastAt: latest.lastAt, takenUp: latest.acknowledgedAt !== null } : null };
  }
}
