import type { FieldError } from '../forms/form.view.js';
import type { Band } from './band.js';

export interface CounterAtWork {
  number: string;
  state: 'open' | 'paused' | 'closed';
}

export interface CurrentTicket {
  id: string;
  number: string;
  reference: string;
  band: Band;
  state: 'called' | 'serving';
  /** When it was called first, ISO 8601 with offset. */
  calledAt: string;
  timesCalled: number;
  serviceType: string;
  companions: number;
}

export interface ParkedTicket {
  id: string;
  number: string;
  band: Band;
  parkedAt: string;
}

/** Why a case is opened by its reference; kept with the read in the audit log. */
export const SEARCH_REASONS = ['at-my-counter', 'person-asks', 'handed-over', 'phone-call'] as const;
export type SearchReason = (typeof SEARCH_REASONS)[number];

/** An officer's own counter, the person at it, and what waits behind. */
export interface TodayPage {
  counter: CounterAtWork | null;
  /** Counters free to take, where the officer has none. */
  freeCounters: readonly string[];
  current: CurrentTicket | null;
  parked: readonly ParkedTicket[];
  waiting: { total: number; byBand: Readonly<Record<Band, number>>; longestMinutes: number | null };
  search: { reference: string; reason: SearchReason | null };
  errors: readonly FieldError[];
  asOf: string;
}
