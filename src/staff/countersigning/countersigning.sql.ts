import { POSTS_SQL } from '../accounts/others-account.js';
import type { CountersignatureResponse } from './countersigning.dto.js';

export interface Giving extends Omit<CountersignatureResponse, 'givenAt' | 'confirmedAt'> {
  givenAt: Date;
  confirmedAt: Date | null;
  posts: string[];
  /** Its holder has chosen a password with the code, or the account is closed. */
  decided: boolean;
}

/** Conditions on `c`, what was given, and `a`, the account. $1: posts. */
export const AT_POSTS = `${POSTS_SQL} <@ $1::uuid[]`;
export const WAITING = '(c.confirmed_at IS NULL OR c.code_index IS NOT NULL) AND a.active';

/** The account first, as whoever chooses its password holds it. */
export const HELD = 'FOR UPDATE OF a, c';

/** What was given, the oldest first. */
export const givingsSql = (where: string, held: string) => `
  SELECT c.id, a.id AS "accountId", a.username, a.display_name AS "displayName", a.role, c.given, c.given_by AS "givenBy",
    g.display_name AS "givenByName", c.given_at AS "givenAt", c.confirmed_at AS "confirmedAt", ${POSTS_SQL} AS posts, NOT (${WAITING}) AS decided
  FROM account_countersignature c JOIN account a ON a.id = c.account_id JOIN account g ON g.id = c.given_by
  WHERE ${where} ORDER BY c.given_at, c.id ${held}`;

/** Parameters: what was given, the role and the id of who confirms it, the hash of the code or null. */
export const CONFIRM_SQL = `
  UPDATE account_countersignature SET confirmed_as = $2, confirmed_by = $3, confirmed_at = now(), code_index = $4
  WHERE id = ANY($1::uuid[])`;
