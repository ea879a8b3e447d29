import { NEEDED_CONSENT, RECIPIENT_OF } from '../consent-purposes.js';
import type { ErasureResponse } from '../erasure/erasure.dto.js';
import type { OwnRegistrationResponse } from '../registrations.dto.js';

/** What was changed under duress, by part: shown again instead of what is held. */
export interface Pretended {
  view: Partial<Pick<OwnRegistrationResponse, 'contact' | 'location' | 'travelTime' | 'home' | 'needs'>> &
    Partial<Pick<OwnRegistrationResponse, 'consents' | 'consentHistory' | 'status'>> &
    Partial<Pick<OwnRegistrationResponse, 'identity' | 'hasDocument' | 'papersAddedAt'>>;
  erasure: ErasureResponse | null;
  /** JPEG, base64. */
  portrait: string | null;
}

export const NOTHING_PRETENDED: Pretended = { view: {}, erasure: null, portrait: null };

/** Of what is held, all that the harmless view is made of. */
export type Outline = Pick<
  OwnRegistrationResponse,
  'id' | 'reference' | 'channel' | 'maskedName' | 'sex' | 'birthYear' | 'language' | 'receivedAt'
> & { identity: Pick<OwnRegistrationResponse['identity'], 'fullName' | 'birthDate'> };

/**
 * The registration of somebody who told a name, a date of birth and nothing else, and of whom nothing has become yet. It is
 * made from those parts and not by leaving others out, so that what is held one day is not shown by being forgotten here. The
 * version counts what was pretended only: the true one would tell whether the person was here since.
 */
export function harmlessView(
  { identity: { fullName, birthDate }, ...outline }: Outline,
  { view }: Pick<Pretended, 'view'>,
  changes: number,
): OwnRegistrationResponse {
  const agreed = { purpose: NEEDED_CONSENT, recipient: RECIPIENT_OF[NEEDED_CONSENT], given: true };
  return {
    id: outline.id,
    reference: outline.reference,
    status: 'received',
    channel: outline.channel,
    maskedName: outline.maskedName,
    sex: outline.sex,
    birthYear: outline.birthYear,
    homeProvince: null,
    needs: [],
    language: outline.language,
    hasDocument: false,
    papersAddedAt: null,
    receivedAt: outline.receivedAt,
    version: 1 + changes,
    identity: { fullName, birthDate },
    contact: { method: 'none' },
    location: {},
    travelTime: null,
    home: {},
    consents: [NEEDED_CONSENT],
    consentHistory: [{ ...agreed, at: outline.receivedAt }],
    ...view,
  };
}
