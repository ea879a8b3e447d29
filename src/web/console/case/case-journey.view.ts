export interface SlotChoice {
  id: string;
  startsAt: string;
  free: number;
}

export interface AppointmentSection {
  booked: { startsAt: string; place: string; state: AppointmentState } | null;
  slots: readonly SlotChoice[];
}

export const APPOINTMENT_STATES = ['held', 'booked', 'checked-in', 'kept', 'missed', 'cancelled'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

export interface ExitClearanceSection {
  state: 'none' | 'requested' | 'cleared';
  daysOverstayed: number | null;
  /** US dollars, before any waiver. */
  fine: number | null;
  waived: boolean;
  permitNumber: string | null;
}

export interface DepartureSection {
  state: 'none' | 'planned' | 'departed' | 'arrived';
  flight: string | null;
  departsAt: string | null;
  arrivesAt: string | null;
  destination: string | null;
}
