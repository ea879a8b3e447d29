/** Roles of people with an account. One account has one role; two hats are two accounts. */
export const STAFF_ROLES = [
  'officer',
  'protection',
  'approver',
  'supervisor',
  'analyst',
  'home-agency',
  'auditor',
  'administrator',
] as const;

/** Those who work with people: all that they do is done at one post. */
export const AT_ONE_POST: readonly StaffRole[] = ['officer', 'protection', 'approver', 'supervisor'];

/** Everything else that can hold a token: a national with their own access secret, a device, an API client. */
export const OTHER_ROLES = ['person', 'kiosk', 'board', 'client'] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];
export type Role = StaffRole | (typeof OTHER_ROLES)[number];

/** Everybody with an account, as routes name who may call them. */
export const STAFF = STAFF_ROLES as readonly StaffRole[] as [StaffRole, ...StaffRole[]];

export const ROLES: readonly Role[] = [...STAFF_ROLES, ...OTHER_ROLES];
