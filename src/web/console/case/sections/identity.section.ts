import { Injectable } from '@nestjs/common';
import { EvidenceRequest, IdentityDecisionRequest } from '../../../../identity/identity.dto.js';
import { IdentityService } from '../../../../identity/identity.service.js';
import type { Caller } from '../../../../platform/auth/caller.js';
import { ticked } from '../../../forms/check-form.js';
import { StaffNames } from '../../staff-names.js';
import { requestOf } from '../../../forms/request-of.js';
import { yesOrNo } from '../act-fields.js';
import type { CaseAct } from '../case-act.js';
import type { CaseSection, SentAct } from '../case-section.js';

/** Who the person is and how we know. */
@Injectable()
export class IdentitySectionOfCase implements CaseSection<'identity'> {
  readonly name = 'identity';
  readonly acts = {
    evidence: ({ caller, registrationId, fields, once }: SentAct) => {
      const request = requestOf(EvidenceRequest, { ...fields, agrees: yesOrNo(fields, 'agrees') });
      return this.identity.recordEvidence(caller, registrationId, request, once);
    },
    'identity-decision': ({ caller, registrationId, version, fields }: SentAct) => {
      const request = requestOf(IdentityDecisionRequest, {
        ...fields,
        reasons: ticked(fields, 'reasons').filter((reason) => reason !== ''),
      });
      return this.identity.decide(caller, registrationId, version, request);
    },
  };

  constructor(
    private readonly identity: IdentityService,
    private readonly names: StaffNames,
  ) {}

  async read(caller: Caller, registrationId: string) {
    const file = await this.identity.read(caller, registrationId);
    const { state, level, reasons, evidence, decidedBy, decidedAt, suggestion, version } = file;
    const name = await this.names.of([decidedBy, ...evidence.map(({ recordedBy }) => recordedBy)]);
    const section = {
      state,
      level,
      evidence: evidence.map(({ kind, strength, agrees, recordedBy, recordedAt }) => ({
        kind,
        strength,
        agrees,
        by: name(recordedBy),
        at: recordedAt,
      })),
      decision: decidedBy && decidedAt ? { by: name(decidedBy), at: decidedAt, reasons } : null,
      suggestion,
      version,
    };
    const offers: CaseAct[] = ['evidence', 'identity-decision'];
    return { section, offers, next: nextOf(state, suggestion.outcome) };
  }
}

/** Evidence first; then the decision that it carries. A decision that stands asks for nothing more. */
function nextOf(state: string, suggested: 'verified' | 'more-needed'): CaseAct | undefined {
  if (state === 'in-review' && suggested === 'verified') return 'identity-decision';
  return state === 'unverified' || state === 'in-review' || state === 'more-needed' ? 'evidence' : undefined;
}
