import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../../platform/auth/caller.js';
import { Clock } from '../../../../platform/clock/clock.js';
import { KeptCase } from '../../../../duplicates/merging/kept-case.js';
import { DisclosureService } from '../../../../registrations/disclosure/disclosure.service.js';
import { GroupReader } from '../../../../registrations/groups/group-reader.js';
import { isSurelyAdult } from '../../../../registrations/groups/guardian-rules.js';
import { GuardianRequest } from '../../../../registrations/groups/groups.dto.js';
import { GuardiansService } from '../../../../registrations/groups/guardians.service.js';
import { isOpen, type RegistrationStatus } from '../../../../registrations/registration-status.js';
import { requestOf } from '../../../forms/request-of.js';
import type { LocationDetails } from '../../../../registrations/person-details.js';
import type { RevealedDetails } from '../case-person.view.js';
import { REVEALED_FOR, type RevealReason } from '../case-act.js';
import type { CaseSection, SentAct } from '../case-section.js';

/** Who the person is: masked, until a reason opens what it needs. */
@Injectable()
export class PersonSection implements CaseSection<'person'> {
  readonly name = 'person';
  readonly acts = {
    'guardian-link': ({ caller, registrationId, version, fields }: SentAct) =>
      this.guardians.link(caller, registrationId, version, requestOf(GuardianRequest, fields).reference),
    'guardian-unlink': ({ caller, registrationId, version }: SentAct) =>
      this.guardians.unlink(caller, registrationId, version),
  };

  constructor(
    private readonly disclosure: DisclosureService,
    private readonly groups: GroupReader,
    private readonly merges: KeptCase,
    private readonly guardians: GuardiansService,
    private readonly clock: Clock,
  ) {}

  async read(caller: Caller, registrationId: string) {
    const { id: _, ...person } = await this.disclosure.read(caller, registrationId);
    const { items, namedAdult } = await this.groups.companions(caller, registrationId);
    const guardianId = items.find(({ self }) => self)?.guardianId;
    const companions = items
      .filter(({ self }) => !self)
      .map(({ id, reference, maskedName }) => ({ id, reference, maskedName, guardian: id === guardianId }));
    const keptAs = person.status === 'merged' ? await this.merges.keptFor(caller, registrationId) : null;
    const section = { ...person, revealed: null, companions, namedAdult, keptAs };
    return {
      section,
      offers: ['reveal' as const, 'new-codes' as const, ...this.guardianOffers(person, guardianId)],
    };
  }

  /** Of whom may be a child still, while the case is open. */
  private guardianOffers(
    { status, birthYear }: { status: RegistrationStatus; birthYear: number | null },
    guardianId?: string | null,
  ) {
    if (!isOpen(status) || isSurelyAdult({ birthYear }, this.clock.now().getUTCFullYear())) return [];
    return guardianId ? (['guardian-link', 'guardian-unlink'] as const) : (['guardian-link'] as const);
  }

  /** Opens what a reason needs and nothing more. On record. @throws Problem `not-found`, `erased` (409) */
  async reveal(caller: Caller, registrationId: string, reason: RevealReason): Promise<RevealedDetails> {
    const parts = [...REVEALED_FOR[reason]];
    const opened = await this.disclosure.disclose(caller, registrationId, { parts, reason });
    const { passportMrz: _, ...identity } = opened.identity ?? {};
    return {
      ...identity,
      ...opened.contact,
      ...(opened.location && whereOf(opened.location)),
      ...opened.home,
      ...(opened.adult && { adult: opened.adult }),
    };
  }
}

const whereOf = (location: LocationDetails): Pick<RevealedDetails, 'whereNow' | 'whereHeld' | 'nowhere'> => ({
  ...location,
  nowhere: !location.whereNow && !location.whereHeld,
});
