export type DepartureStatus = 'planned' | 'cleared' | 'boarded' | 'departed' | 'arrived' | 'missed';

/**
 * From which status a journey home may go to which. Until it has left, it can be missed (also by somebody who is taken
 * off again); then another can be planned.
 */
export const DEPARTURE_TRANSITIONS: Record<DepartureStatus, readonly DepartureStatus[]> = {
  planned: ['cleared', 'missed'],
  cleared: ['boarded', 'missed'],
  boarded: ['departed', 'missed'],
  departed: ['arrived'],
  arrived: [],
  missed: [],
};

export const departureMayBecome = (from: DepartureStatus, to: DepartureStatus): boolean =>
  DEPARTURE_TRANSITIONS[from].includes(to);

/** Whether a journey may still be moved to another time: until it has left. */
export const departureMayMove = (status: DepartureStatus): boolean =>
  DEPARTURE_TRANSITIONS[status].includes('missed');

/** Column that remembers when a status was reached. */
export const REACHED_AT = {
  cleared: 'cleared_at',
  boarded: 'boarded_at',
  departed: 'departed_at',
  arrived: 'arrived_at',
  missed: 'missed_at',
} as const satisfies Record<Exclude<DepartureStatus, 'planned'>, string>;

export type DepartureStep = keyof typeof REACHED_AT;
