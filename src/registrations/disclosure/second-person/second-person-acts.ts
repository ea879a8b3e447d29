import type { SecondPersonKind, Verdict } from './second-person-state.js';

/** Under what name each of it is on record. */
export const ACTS = {
  location: {
    asked: 'registration.whereabouts-asked',
    opened: 'registration.whereabouts-opened',
    agreed: 'registration.whereabouts-agreed',
    declined: 'registration.whereabouts-declined',
    right: 'registration.whereabouts-reviewed',
    wrong: 'registration.whereabouts-reviewed',
  },
  statements: {
    asked: 'registration.statements-asked',
    opened: 'registration.statements-opened',
    agreed: 'registration.statements-agreed',
    declined: 'registration.statements-declined',
    right: 'registration.statements-reviewed',
    wrong: 'registration.statements-reviewed',
  },
} as const satisfies Record<SecondPersonKind, Record<'asked' | 'opened' | Verdict, string>>;
