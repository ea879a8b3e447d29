/** The journey as a person sees it: `registered` to `arrived`, one mark a stage. */
export const STAGES = [
  'registered',
  'triaged',
  'identity-verified',
  'screened',
  'appointment',
  'served',
  'travel-document',
  'exit-clearance',
  'departed',
  'arrived',
] as const;
export type Stage = (typeof STAGES)[number];

export interface StageMark {
  stage: Stage;
  state: 'done' | 'now' | 'later';
  /** When it was done, ISO 8601 with offset. */
  at: string | null;
}

/** The one thing to do now. The words are `next.<code>.title` and `next.<code>.text`. */
export const NEXT_STEPS = [
  'wait-for-call',
  'come-to-appointment',
  'wait-in-hall',
  'go-to-counter',
  'ticket-missed',
  'wait-for-document',
  'collect-document',
  'wait-for-exit-permit',
  'prepare-to-travel',
  'on-the-way',
  'arrived-home',
  'talk-to-us',
  'closed',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];
