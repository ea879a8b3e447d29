import type { CallParameters } from './call-parameters.js';

/**
 * What the functions of the call plan know, as plain data that survives JSON. Every time is in minutes since one epoch of
 * the caller's choice (Unix time in ms / 60,000, or a simulation's first midnight); every duration is in minutes.
 */
export interface CallState {
  now: number;
  /** Today's open time, or the next one, and those after it; in order, not overlapping. Empty: closed for good. */
  hours: readonly OpenHours[];
  /** Those at work, or expected to be at the next opening. */
  counters: readonly CounterAtWork[];
  /** Waiting in the hall. */
  hall: readonly Present[];
  /** Waiting in the holding zone: a seated room near by. */
  zone: readonly Present[];
  /** Called, or given a time, and not yet there. */
  underWay: readonly UnderWay[];
  /** Registered and not yet called. A live service may leave out all but the first thousand of each band by {@link callOrder}. */
  toBeCalled: readonly ToBeCalled[];
  parameters: CallParameters;
}

export interface OpenHours {
  opensAt: number;
  closesAt: number;
}

export interface CounterAtWork {
  counterId: string;
  /** A closing counter finishes whom it serves; a paused one is not counted on. */
  state: 'open' | 'paused' | 'closing';
  /** Whom it serves; null where it is free. */
  serving: { since: number; caseType: string; officerId?: string } | null;
}

/** `urgent` strictly before everybody; `high` (the vulnerable) before `standard`, but not for ever. */
export type CallBand = 'urgent' | 'high' | 'standard';

interface Called {
  personId: string;
  band: CallBand;
  caseType: string;
  /** When they are expected at a counter: the place in the line that they keep when they come early or late. */
  dueAt: number;
}

export interface Present extends Called {
  /** When they came into this room. */
  since: number;
}

/** What a person answers to a call. */
export type Reply = 'on-my-way' | 'ten-minutes' | 'cannot-come';

export interface UnderWay extends Called {
  to: 'hall' | 'zone';
  /** When they were called, or set out from the zone to the hall. */
  calledAt: number;
  /** Estimated minutes of their way; 0 from the zone. */
  travel: number;
  /** `paper`: told a time and not called, for those without a phone; they come by that time. `zone`: crossing over. */
  by: 'message' | 'paper' | 'zone';
  reply: Reply | null;
}

export interface ToBeCalled {
  personId: string;
  band: CallBand;
  caseType: string;
  travel: number;
  /** Where they wait in line counts from here: kept when they missed a call, so that they get their place back. */
  inLineSince: number;
  /** Those without cannot be called: they are given a time by {@link returnTime}. */
  hasPhone: boolean;
}
