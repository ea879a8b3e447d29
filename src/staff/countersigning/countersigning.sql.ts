import { POSTS_SQL } from '../accounts/others-account.js';
import { HAS_FACTOR_SQL } from '../second-factor/factors.js';
import type { CountersignatureResponse } from './countersigning.dto.js';

export interface Giving extends Omit<CountersignatureResponse, 'givenAt'> {
  givenAt: Date;
  posts: string[];
  /** Confirmed, or the account closed. */
  decided: boolean;
}

/** Conditions on `c`, what was given, and `a`, the account. $2: posts. */
export const AT_POSTS = `${POSTS_SQL} <@ $2::uuid[]`;
export const WAITING = 'c.confirmed_at IS NULL AND a.active';

/** What was given, the oldest first. $1: whether everybody must have a second factor. */
export const givingsSql = (where: string, held: string) => `
  SELECT c.id, a.id AS "accountId", a.username, a.display_name AS "displayName", a.role, c.given,
    c.given_by AS "givenBy", g.display_name AS "givenByName", c.given_at AS "givenAt", ${POSTS_SQL} AS posts, NOT (${WAITING}) AS decided,
    NOT a.password_owed AND (${HAS_FACTOR_SQL} OR NOT ($1::boolean OR a.second_factor_reset_at IS NOT NULL)) AS "takenOver"
  FROM account_countersignature c JOIN account a ON a.id = c.account_id JOIN account g ON g.id = c.given_by
  WHERE ${where} ORDER BY c.given_at, c.id ${held}`;
