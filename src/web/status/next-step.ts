import { type Outcome, turnsAway } from '../../identity/decision-rules.js';
import type { TicketStatus } from '../../queue/tickets/ticket-status.js';
import { isOpen, type RegistrationStatus } from '../../registrations/registration-status.js';
import type { DocumentStatus } from '../../travel-documents/documents/document-status.js';
import type { Milestone } from '../../reports/journey/milestones.js';
import type { AppointmentTime } from '../receipt/receipt.view.js';

/** The one thing to do now. The words are `next.<code>.title` and `next.<code>.text`. */
export const NEXT_STEPS = [
  'wait-for-call',
  'choose-time',
  'come-to-appointment',
  'come-soon',
  'come-now',
  'wait-in-hall',
  'go-to-counter',
  'at-counter',
  'ticket-missed',
  'show-more',
  'speak-with-us',
  'wait-for-identity',
  'wait-for-document',
  'collect-document',
  'wait-for-exit-permit',
  'wait-for-journey',
  'prepare-to-travel',
  'journey-passed',
  'on-the-way',
  'arrived-home',
  'closed',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** Steps of whoever is here, or is to set out now. */
const HERE: readonly NextStep[] = [
  'come-soon',
  'come-now',
  'wait-in-hall',
  'go-to-counter',
  'at-counter',
  'ticket-missed',
];

/** Steps to a counter at a time of the person's own: nobody calls them, and without a time a kiosk has no number for them. */
const AT_OWN_TIME: readonly NextStep[] = ['choose-time', 'show-more', 'speak-with-us', 'collect-document'];

export const choosesTime = (next: NextStep): boolean => AT_OWN_TIME.includes(next);

/** Whether somebody waits elsewhere until they are told something. */
export const waitsToBeTold = (next: NextStep): boolean =>
  !HERE.includes(next) && !choosesTime(next) && next !== 'journey-passed';

/** When each milestone was passed. */
export type Reached = Partial<Record<Milestone, Date>>;

/** What the stages know of one person. */
export interface Standing {
  status: RegistrationStatus;
  reached: Reached;
  appointment: AppointmentTime | null;
  /** What is decided about who they are. */
  identity: Outcome | null;
  /** Of today. */
  ticket: TicketStatus | null;
  document: DocumentStatus | null;
  /** Where a journey home is planned: when it leaves, and whether the person is recorded as on board. */
  journey: { leavesAt: Date; boarded: boolean } | null;
}

/** From so long before a time on nobody is told to come early. */
const SOON_MS = 20 * 60_000;
/** So long after its time a journey may only be late, or not recorded yet. */
const LATE_MS = 60 * 60_000;

const IN_THE_HALL: Partial<Record<TicketStatus, NextStep>> = {
  called: 'go-to-counter',
  serving: 'at-counter',
  waiting: 'wait-in-hall',
  parked: 'wait-in-hall',
};

/** From the most pressing on: where the person has to be today comes before what they wait for. */
export function nextStep(standing: Standing, now: Date): NextStep {
  const { status, reached, appointment, identity, ticket, document, journey } = standing;
  if (reached.arrived) return 'arrived-home';
  if (reached.departed) return 'on-the-way';
  if (!isOpen(status)) return 'closed';
  const inTheHall = ticket && IN_THE_HALL[ticket];
  if (inTheHall) return inTheHall;
  if (appointment?.comeNow) return 'come-now';
  if (ticket === 'missed') return 'ticket-missed';
  if (appointment)
    return Date.parse(appointment.startsAt) - now.getTime() < SOON_MS ? 'come-soon' : 'come-to-appointment';
  if (journey?.boarded) return 'on-the-way';
  if (journey && now.getTime() - journey.leavesAt.getTime() > LATE_MS) return 'journey-passed';
  if (identity && turnsAway(identity)) return 'speak-with-us';
  if (identity === 'more-needed') return 'show-more';
  if (document === 'issued') return 'collect-document';
  if (reached['clearance-granted']) return journey ? 'prepare-to-travel' : 'wait-for-journey';
  if (reached['document-issued']) return 'wait-for-exit-permit';
  if (reached.verified) return 'wait-for-document';
  if (reached.served) return 'wait-for-identity';
  // an appointment that was given back is followed by no other, unless they choose one
  return reached.booked ? 'choose-time' : 'wait-for-call';
}
