import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../../platform/auth/caller.js';
import { KeptCase } from '../../../../duplicates/merging/kept-case.js';
import { DisclosureService } from '../../../../registrations/disclosure/disclosure.service.js';
import { GroupReader } from '../../../../registrations/groups/group-reader.js';
import type { IdentityDetails } from '../../../../registrations/person-details.js';
import type { RevealedDetails } from '../case-person.view.js';
import { REVEALED_FOR, type RevealReason } from '../case-act.js';
import type { CaseSection } from '../case-section.js';

/** Who the person is: masked, until a reason opens what it needs. */
@Injectable()
export class PersonSection implements CaseSection<'person'> {
  readonly name = 'person';
  readonly acts = {};

  constructor(
    private readonly disclosure: DisclosureService,
    private readonly groups: GroupReader,
    private readonly merges: KeptCase,
  ) {}

  async read(caller: Caller, registrationId: string) {
    const { id: _, ...person } = await this.disclosure.read(caller, registrationId);
    const { items } = await this.groups.companions(caller, registrationId);
    const guardianId = items.find(({ self }) => self)?.guardianId;
    const companions = items
      .filter(({ self }) => !self)
      .map(({ id, reference, maskedName }) => ({ id, reference, maskedName, guardian: id === guardianId }));
    const keptAs = person.status === 'merged' ? await this.merges.keptFor(caller, registrationId) : null;
    return { section: { ...person, revealed: null, companions, keptAs }, offers: ['reveal' as const] };
  }

  /** Opens what a reason needs and nothing more. On record. @throws Problem `not-found`, `erased` (409) */
  async reveal(caller: Caller, registrationId: string, reason: RevealReason): Promise<RevealedDetails> {
    const parts = [...REVEALED_FOR[reason]];
    const opened = await this.disclosure.disclose(caller, registrationId, { parts, reason });
    return {
      ...(opened.identity && whole(opened.identity)),
      ...opened.contact,
      ...opened.location,
      ...opened.home,
    };
  }
}

/** Who the person is, each unknown part of the birth date said to be so. */
function whole({ passportMrz: _, birthDate, ...identity }: IdentityDetails): RevealedDetails {
  const { year = null, month = null, day = null } = birthDate;
  return { ...identity, birthDate: { year, month, day } };
}
