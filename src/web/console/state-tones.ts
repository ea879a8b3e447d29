import type { AppointmentState, DepartureSection, ExitClearanceSection } from './case/case-journey.view.js';
import type { IdentityState } from './case/case-identity.view.js';
import type { TravelDocumentState } from './case/case-travel-document.view.js';

type State =
  | IdentityState
  | AppointmentState
  | TravelDocumentState
  | ExitClearanceSection['state']
  | DepartureSection['state'];

/** How a state looks: reached, open, under way, or stopped. The state's word always stands beside the colour. */
export const STATE_TONES: Readonly<Record<State, 'done' | 'waiting' | 'now' | 'danger'>> = {
  unverified: 'waiting',
  'in-review': 'now',
  verified: 'done',
  refused: 'danger',
  'not-a-national': 'danger',
  held: 'now',
  booked: 'now',
  'checked-in': 'now',
  kept: 'done',
  missed: 'danger',
  cancelled: 'waiting',
  none: 'waiting',
  applied: 'now',
  approved: 'now',
  issued: 'done',
  collected: 'done',
  used: 'done',
  void: 'danger',
  revoked: 'danger',
  requested: 'now',
  cleared: 'done',
  planned: 'now',
  departed: 'now',
  arrived: 'done',
};
