import type { AppointmentResponse } from '../../../appointments/appointments.dto.js';
import type { DepartureResponse } from '../../../departures/departures.dto.js';
import type { ExitClearanceResponse } from '../../../departures/clearances/exit-clearances.dto.js';
import type { CaseAct } from './case-act.js';

/** When the person is to come. */
export interface AppointmentSection {
  booked: Pick<
    AppointmentResponse,
    'id' | 'service' | 'startsAt' | 'status' | 'calledForwardAt' | 'returnAt' | 'version'
  > | null;
  /** Times that can be chosen, soonest first; where nothing is booked. */
  slots: readonly { id: string; service: string; startsAt: string; free: number }[];
}

/** The host country's permission to leave. */
export interface ExitClearanceSection {
  clearance: ExitClearanceResponse | null;
}

/** The way home. */
export interface DepartureSection {
  departure: DepartureResponse | null;
  /** The step that comes next and cannot have happened yet: it is explained instead of offered. */
  waits: { act: CaseAct; from: string } | null;
  /** The journey's own time is past: whoever records a step has to say when it was. */
  sayWhen: boolean;
}
