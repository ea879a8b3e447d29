/**
 * What a person can agree to, by purpose and recipient (IOM principles 3 to 5). Only the first is needed to be helped at
 * all; everything else is asked separately and can be refused without losing anything.
 */
export const CONSENT_PURPOSES = [
  'embassy-assistance',
  'home-ministry',
  'host-exit-clearance',
  'shelter-partners',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];
export const NEEDED_CONSENT: ConsentPurpose = 'embassy-assistance';
/** What can be agreed to or not without losing help. */
export const ASKED_CONSENTS: readonly ConsentPurpose[] = CONSENT_PURPOSES.filter(
  (purpose) => purpose !== NEEDED_CONSENT,
);
