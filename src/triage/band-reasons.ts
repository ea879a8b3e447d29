import { type Need, NEEDS } from '../registrations/needs.js';

/** What raises a band without having been reported. */
export const BIRTH_YEAR_REASONS = ['minor-by-birth-year', 'elderly-by-birth-year'] as const;

/** Stands first where an officer set the band; why is sealed, because it is about the person. */
export const OFFICER_DECISION = 'officer-decision';

/** Codes that say why somebody has a band: reported needs, facts, or an officer's decision. */
export const BAND_REASONS = [OFFICER_DECISION, ...NEEDS, ...BIRTH_YEAR_REASONS] as const;
export type BandReason = Need | (typeof BIRTH_YEAR_REASONS)[number] | typeof OFFICER_DECISION;
