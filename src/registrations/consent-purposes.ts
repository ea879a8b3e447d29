/**
 * Who may hear of a person, each only with that person's agreement. The police of the host country are none of them: never
 * assume that they are safe to tell (standards: domain).
 */
export const CONSENT_RECIPIENTS = [
  'embassy',
  'home-ministry',
  'home-agency',
  'iom',
  'shelters',
  'host-immigration',
  'family',
] as const;
export type ConsentRecipient = (typeof CONSENT_RECIPIENTS)[number];

/**
 * What a person can agree to: each question is one purpose towards one recipient (IOM principles 3 to 5). Only the first is
 * needed to be helped at all; everything else is asked separately and can be refused without losing anything.
 */
export const RECIPIENT_OF = {
  'embassy-assistance': 'embassy',
  'home-ministry': 'home-ministry',
  'arrival-care': 'home-agency',
  'host-exit-clearance': 'host-immigration',
  'shelter-partners': 'shelters',
  'return-assistance': 'iom',
  'emergency-contact': 'family',
} as const satisfies Record<string, ConsentRecipient>;

export type ConsentPurpose = keyof typeof RECIPIENT_OF;
export const CONSENT_PURPOSES = Object.keys(RECIPIENT_OF) as ConsentPurpose[];
export const NEEDED_CONSENT: ConsentPurpose = 'embassy-assistance';
/** What can be agreed to or not without losing help. */
export const ASKED_CONSENTS: readonly ConsentPurpose[] = CONSENT_PURPOSES.filter(
  (purpose) => purpose !== NEEDED_CONSENT,
);
