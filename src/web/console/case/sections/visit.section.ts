import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../../platform/auth/caller.js';
import { CountersService } from '../../../../queue/counters/counters.service.js';
import type { CaseSection } from '../case-section.js';
import { unlessNone } from '../../../../platform/problems/unless-none.js';

/** Whether the person is at the reader's own counter. */
@Injectable()
export class VisitSection implements CaseSection<'visit'> {
  readonly name = 'visit';
  readonly acts = {};

  constructor(private readonly counters: CountersService) {}

  async read(caller: Caller, registrationId: string) {
    const desk = caller.role === 'officer' ? await unlessNone(this.counters.read(caller)) : null;
    const here = desk?.ticket?.registrationId === registrationId;
    return { section: desk?.ticket && here ? { ticket: desk.ticket.number, counter: desk.number } : null };
  }
}
