/** Who may know that a help word was typed: those whose work is protection, and who answers for the post. */
export const FLAG_READERS = ['protection', 'supervisor'] as const;

/** Where a help word was typed. */
export const DURESS_WAYS = ['web', 'kiosk'] as const;
export type DuressWay = (typeof DURESS_WAYS)[number];

/** What became of a flag, as whoever acknowledges it says. */
export const DURESS_NOTES = ['reached-safe', 'reached-in-danger', 'not-reached', 'mistake'] as const;
export type DuressNote = (typeof DURESS_NOTES)[number];

/** What can be tried under duress: answered as if it were done, and not done. */
export const PRETENDED_ACTS = [
  'contact-changed',
  'home-changed',
  'needs-changed',
  'papers-added',
  'consents-changed',
  'help-word-chosen',
  'portrait-sent',
  'withdrawn',
  'erasure-asked',
  'erasure-confirmed',
  'erasure-cancelled',
  'erasure-seemed-done',
] as const;
export type PretendedAct = (typeof PRETENDED_ACTS)[number];
