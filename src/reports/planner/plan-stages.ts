/**
 * The stages that people pass one after another, each with what limits it. `open`: work is done while the post is open;
 * `daily`: on every day. People who travel on a passport go from identity to clearance.
 */
export const PLAN_STAGES = [
  'triage',
  'counter',
  'identity',
  'application',
  'approval',
  'issue',
  'clearance',
  'departure',
] as const;
export type PlanStage = (typeof PLAN_STAGES)[number];

/** Those who make a stage go, as a number that a supervisor can change; `none` for what a rule does at once. */
export const STAFF_OF = {
  triage: 'none',
  counter: 'counters',
  identity: 'officers',
  application: 'documentOfficers',
  approval: 'approvers',
  issue: 'documentOfficers',
  clearance: 'clearances',
  departure: 'seats',
} as const satisfies Record<PlanStage, string>;
export type StaffKind = (typeof STAFF_OF)[PlanStage];

/** Stages whose limit is not ours: the host country's permits and the seats home, counted a day, not in people at work. */
export const PLACES: readonly PlanStage[] = ['clearance', 'departure'];

/** Where seats are taken on every day of the week. */
export const ON_EVERY_DAY: readonly PlanStage[] = ['departure'];
