import type { DepartureStatus } from '../../../departures/departure-status.js';
import type { DepartureResponse } from '../../../departures/departures.dto.js';
import { earliest, mustSayWhen, type TimedStep } from '../../../departures/step-times.js';
import type { CaseAct } from './case-act.js';

const OFFERS: Readonly<Record<DepartureStatus | 'none', readonly CaseAct[]>> = {
  none: ['departure-plan'],
  planned: ['departure-clear', 'departure-move', 'departure-miss'],
  cleared: ['departure-board', 'departure-move', 'departure-miss'],
  boarded: ['departure-depart', 'departure-move', 'departure-miss'],
  departed: ['departure-arrive'],
  arrived: [],
  missed: ['departure-plan'],
};

const TIMED: Partial<Record<CaseAct, TimedStep>> = {
  'departure-board': 'boarded',
  'departure-depart': 'departed',
  'departure-arrive': 'arrived',
};

/** What can be done about a journey now; of its next step, if that cannot be yet, from when on. */
export interface DepartureOffers {
  offers: readonly CaseAct[];
  next: CaseAct | undefined;
  waits: { act: CaseAct; from: string } | null;
  sayWhen: boolean;
}

/** What can be done about a journey now, and from when on the next step can be recorded. */
export function departureOffers(
  departure: DepartureResponse | null,
  timeZone: string,
  now: Date,
): DepartureOffers {
  const [first, ...others] = OFFERS[departure?.status ?? 'none'];
  const offers = first ? [first, ...others] : [];
  const step = first && TIMED[first];
  if (!departure || !step) return { offers, next: first, waits: null, sayWhen: false };
  const times = {
    scheduledAt: new Date(departure.scheduledAt),
    boardedAt: departure.boardedAt === null ? null : new Date(departure.boardedAt),
    departedAt: departure.departedAt === null ? null : new Date(departure.departedAt),
    timeZone,
  };
  const from = earliest(step, times);
  if (now < from)
    return {
      offers: others,
      next: undefined,
      waits: { act: first, from: from.toISOString() },
      sayWhen: false,
    };
  return { offers, next: first, waits: null, sayWhen: mustSayWhen(step, times, now) };
}
