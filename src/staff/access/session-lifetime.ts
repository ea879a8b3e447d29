import type { Role } from '../../platform/auth/roles.js';

/** An access token is good for at most ten minutes (ASVS 5.0 9.2); after that it is renewed from the session. */
export const ACCESS_TOKEN_SECONDS = 600;

/** For so long who asked for new tokens and did not hear the answer can ask with the same one again. */
export const RENEWAL_GRACE_SECONDS = 30;

/** For so long what somebody proved of themselves is good for acts that ask for it again (ASVS 5.0 7.5.3). */
export const CONFIRMED_MINUTES = 15;

const SHIFT = 12;

/** How long a session can be renewed before signing in again, in hours; a device's since it was last seen. */
export const SESSION_HOURS: Record<Role, number> = {
  officer: SHIFT,
  protection: SHIFT,
  approver: SHIFT,
  supervisor: SHIFT,
  analyst: SHIFT,
  'home-agency': SHIFT,
  auditor: SHIFT,
  administrator: SHIFT,
  person: 1,
  client: 1,
  kiosk: 24 * 90,
  board: 24 * 90,
};

/** After so long a device that is in use gets another secret. */
export const DEVICE_SECRET_DAYS = 7;
