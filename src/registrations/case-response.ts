import { maskName } from './mask.js';
import type { IdentityDetails } from './person-details.js';
import type { Registration } from './registration.entity.js';
import type { CaseResponse } from './registrations.dto.js';

/** What is shown of a case without a reason given. */
export function toCaseResponse(registration: Registration, identity: IdentityDetails): CaseResponse {
  const { person } = registration;
  return {
    id: registration.id,
    reference: registration.reference,
    status: registration.status,
    channel: registration.channel,
    maskedName: maskName(identity.fullName),
    sex: person.sex ?? 'X',
    birthYear: person.birthYear,
    homeProvince: person.homeProvince,
    needs: registration.needs,
    language: registration.language,
    hasDocument: (identity.passportNumber ?? identity.passportMrz ?? identity.nationalId) !== undefined,
    papersAddedAt: identity.papersAddedAt ?? null,
    receivedAt: registration.receivedAt.toISOString(),
    version: registration.version,
  };
}
