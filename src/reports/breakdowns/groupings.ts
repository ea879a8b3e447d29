import { provincesOf } from './provinces.js';

/** By what people are counted. The words that define it are `breakdown.<code>.definition`. */
export const GROUPINGS = ['sex', 'age', 'province'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/**
 * Groups with their HXL attributes (HXL 1.1; ages as in the common operational datasets on population: `+age_5_17`). Ages as
 * UNHCR and IOM count them: under 5, to 17, to 59, from 60 on; their 5 to 11 and 12 to 17 are one here, because few groups hide more.
 */
export const SEXES = { female: '+f', male: '+m', other: '+sex_other' } as const;
export const AGES = {
  'under-5': '+infants+age_0_4',
  '5-17': '+children+age_5_17',
  '18-59': '+adults+age_18_59',
  '60-and-over': '+elderly+age_60_plus',
  'not-known': '+age_unknown',
} as const;

/** Everybody whose province is none that is known by name: what somebody wrote is never shown. */
export const ELSEWHERE = 'elsewhere';

/** The groups of a breakdown, in the order shown. @param country alpha-3, whose provinces they are */
export function groupsOf(grouping: Grouping, country: string): string[] {
  if (grouping === 'sex') return Object.keys(SEXES);
  if (grouping === 'age') return Object.keys(AGES);
  return [...provincesOf(country).map(({ code }) => code), ELSEWHERE];
}
