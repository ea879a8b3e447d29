import type { ContradictionCode } from '../contradictions/contradiction-codes.js';

/** Queued until it is sent, waiting while the registry looks; not allowed where consent is missing or the case is closed. */
export const REGISTRY_STATES = ['queued', 'waiting', 'answered', 'failed', 'not-allowed'] as const;
export type RegistryState = (typeof REGISTRY_STATES)[number];

/** `partly`: somebody is known who agrees in some things and contradicts in others. */
export const REGISTRY_RESULTS = ['match', 'partly', 'none'] as const;
export type RegistryResult = (typeof REGISTRY_RESULTS)[number];

/**
 * Tries after which a question is given up, about one a minute: half a working day for one that cannot be asked, three days for
 * an answer that the registry promised, which may need the clerks of a working day elsewhere.
 */
export const MOST_ATTEMPTS = { queued: 240, waiting: 4320 } as const;

/** What an answer about somebody who was found is worth, by what it says otherwise than the record. */
export const resultOf = (codes: readonly ContradictionCode[]): RegistryResult =>
  codes.length === 0 ? 'match' : 'partly';
