/** What a person passes on the way home, in the order of the way. */
export const MILESTONES = [
  'registered',
  'triaged',
  'booked',
  'checked-in',
  'served',
  'verified',
  'document-issued',
  'clearance-granted',
  'departed',
  'arrived',
] as const;
export type Milestone = (typeof MILESTONES)[number];
