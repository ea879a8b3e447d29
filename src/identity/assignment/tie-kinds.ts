/** What ties an officer to a person, as the officer says. */
export const TIE_KINDS = [
  'family',
  'same-family-name',
  'knows-person',
  'interpreter',
  'referee',
  'other',
] as const;
export type TieKind = (typeof TIE_KINDS)[number];
