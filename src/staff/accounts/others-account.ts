import type { DataSource, EntityManager } from 'typeorm';
import { type Caller, systemCaller } from '../../platform/auth/caller.js';
import { oneRow } from '../../platform/database/one-row.js';
import { notFound, Problem } from '../../platform/problems/problem.js';

/** Somebody's account, as whoever gives them a step of signing in anew must know it. */
export interface OthersAccount {
  id: string;
  posts: string[];
  passwordOwed: boolean;
  secondFactorResetAt: Date | null;
}

/** The posts of the account `a` of a query. */
export const POSTS_SQL = 'ARRAY(SELECT post_id FROM account_post WHERE account_id = a.id)';

const OTHERS_SQL = `
  SELECT id, ${POSTS_SQL} AS posts, password_owed AS "passwordOwed", second_factor_reset_at AS "secondFactorResetAt"
  FROM account a WHERE id = $1 AND ${POSTS_SQL} <@ $2::uuid[] FOR UPDATE OF a`;

/**
 * The account of somebody else, all of whose posts are the caller's, held until the transaction ends.
 * @throws Problem `own-account` (409), `not-found`
 */
export async function othersAccount(tx: EntityManager, caller: Caller, id: string): Promise<OthersAccount> {
  if (id === caller.id) throw new Problem('conflict', 'own-account');
  return oneRow(tx, OTHERS_SQL, [id, caller.posts]);
}

/**
 * The account that an operator names on the machine itself, and the operator as who acts at its posts.
 * @param program for the audit log. @throws Problem `not-found`
 */
export async function accountNamed(
  dataSource: DataSource,
  username: string,
  program: string,
): Promise<{ id: string; posts: string[]; operator: Caller }> {
  const [account] = await dataSource.query<{ id: string; posts: string[] }[]>(
    `SELECT id, ${POSTS_SQL} AS posts FROM account a WHERE username = $1`,
    [username],
  );
  if (!account) throw notFound();
  const { posts } = account;
  return { ...account, operator: { ...systemCaller(posts[0]!, program), posts } };
}
