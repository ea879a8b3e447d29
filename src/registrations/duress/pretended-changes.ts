import { CONSENT_PURPOSES, type ConsentPurpose, RECIPIENT_OF } from '../consent-purposes.js';
import { normalPhone } from '../intake/contact-rules.js';
import { type Need, NEEDS, shownNeeds } from '../needs.js';
import type { ContactChangeRequest, OwnRegistrationResponse } from '../registrations.dto.js';

type Shown = OwnRegistrationResponse;

/** How contact and place are shown after a change, by the rules of ContactRecords.write. */
export function contactAfter(
  { location, travelTime: before }: Shown,
  { whereNow, travelTime, ...contact }: ContactChangeRequest,
): Pick<Shown, 'contact' | 'location' | 'travelTime'> {
  const phone = contact.phone === undefined ? undefined : normalPhone(contact.phone);
  return {
    contact: { ...contact, phone },
    location: { ...location, ...(whereNow !== undefined && { whereNow }) },
    travelTime: travelTime ?? (whereNow === undefined ? before : null),
  };
}

/** Needs as the harmless view shows them after they were changed in it. */
export const needsAfter = (needs: readonly Need[]): Need[] =>
  shownNeeds(NEEDS.filter((need) => needs.includes(need)));

/** Each purpose that is answered otherwise than before gets an answer of its own. */
export function consentsAfter(
  { consents, consentHistory }: Shown,
  purposes: readonly ConsentPurpose[],
  now: Date,
): Pick<Shown, 'consents' | 'consentHistory'> {
  const answers = CONSENT_PURPOSES.filter(
    (purpose) => consents.includes(purpose) !== purposes.includes(purpose),
  );
  const at = now.toISOString();
  const given = answers.map((purpose) => ({
    purpose,
    recipient: RECIPIENT_OF[purpose],
    given: purposes.includes(purpose),
    at,
  }));
  return { consents: [...purposes].sort(), consentHistory: [...given, ...consentHistory] };
}
