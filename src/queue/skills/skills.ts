import type { BandReason } from '../../triage/band-reasons.js';

/** What an officer must have been trained for before a case of protection is put in their hands. */
export const PROTECTION = 'protection';

/** What every officer of the service speaks: nobody waits for these. */
export const WORKING_LANGUAGES: readonly string[] = ['id', 'en'];

/** @param language as people choose it: script and region do not matter for speaking */
export const languageSkill = (language: string): string => `language:${language.split('-')[0]}`;
export const WORKING: ReadonlySet<string> = new Set(WORKING_LANGUAGES.map(languageSkill));
export const serviceSkill = (service: string): string => `service:${service}`;
export const isService = (skill: string): boolean => skill.startsWith('service:');

/** The form that the database keeps. */
export const SKILL_FORM = /^(protection|language:[a-z]{2,3}|service:[a-z-]{1,40})$/;

/** Reasons of a band that ask for somebody trained: force, danger, children alone. */
const ASKS_FOR_PROTECTION: ReadonlySet<BandReason> = new Set<BandReason>([
  'danger-now',
  'cannot-speak-freely',
  'held-or-forced',
  'unaccompanied-minor',
]);

export interface PersonAtHand {
  language: string;
  service: string;
  reasons: readonly BandReason[];
}

/** Which skills whoever calls a person should have. */
export function needsOf({ language, service, reasons }: PersonAtHand): string[] {
  return [
    ...(reasons.some((reason) => ASKS_FOR_PROTECTION.has(reason)) ? [PROTECTION] : []),
    ...[languageSkill(language)].filter((skill) => !WORKING.has(skill)),
    serviceSkill(service),
  ];
}

/** The same needs once the reasons of the band are others. */
export const needsAfterTriage = (needs: readonly string[], reasons: readonly BandReason[]): string[] => [
  ...(reasons.some((reason) => ASKS_FOR_PROTECTION.has(reason)) ? [PROTECTION] : []),
  ...needs.filter((need) => need !== PROTECTION),
];
