import { Injectable } from '@nestjs/common';
import { EvidenceRequest, IdentityDecisionRequest } from '../../../../identity/identity.dto.js';
import { IdentityService } from '../../../../identity/identity.service.js';
import { Interviews } from '../../../../identity/interview/interviews.service.js';
import { RegistryQueries } from '../../../../identity/registry/registry-queries.service.js';
import type { Caller } from '../../../../platform/auth/caller.js';
import { ticked } from '../../../forms/check-form.js';
import { StaffNames } from '../../staff-names.js';
import { requestOf } from '../../../forms/request-of.js';
import { yesOrNo } from '../../../forms/typed-values.js';
import type { CaseAct } from '../case-act.js';
import type { CaseSection, SentAct } from '../case-section.js';
import { IdentityActs } from '../identity-acts.js';
import { identityOffers, identityPanel, nextOfIdentity, peopleIn } from '../identity-panel.js';

/** Who the person is and how we know. */
@Injectable()
export class IdentitySectionOfCase implements CaseSection<'identity'> {
  readonly name = 'identity';
  readonly acts: CaseSection['acts'];

  constructor(
    private readonly identity: IdentityService,
    private readonly registry: RegistryQueries,
    private readonly interviews: Interviews,
    private readonly names: StaffNames,
    others: IdentityActs,
  ) {
    this.acts = {
      ...others.acts,
      evidence: (sent: SentAct) => this.recordEvidence(sent),
      'identity-decision': (sent: SentAct) => this.decide(sent),
    };
  }

  async read(caller: Caller, registrationId: string) {
    const file = await this.identity.read(caller, registrationId);
    const registry = await this.registry.read(caller, registrationId);
    const interviews = await this.interviews.read(caller, registrationId);
    const name = await this.names.of(peopleIn(file));
    const section = identityPanel({ file, registry, interviews, readerId: caller.id, name });
    const offers: CaseAct[] = identityOffers(section);
    return { section, offers, next: nextOfIdentity(section) };
  }

  private recordEvidence({ caller, registrationId, fields, once }: SentAct) {
    const request = requestOf(EvidenceRequest, {
      ...fields,
      agrees: yesOrNo(fields, 'agrees'),
    });
    return this.identity.recordEvidence(caller, registrationId, request, once);
  }

  private decide({ caller, registrationId, version, fields }: SentAct) {
    const request = requestOf(IdentityDecisionRequest, {
      ...fields,
      reasons: ticked(fields, 'reasons').filter((reason) => reason !== ''),
    });
    return this.identity.decide(caller, registrationId, version, request);
  }
}
