import type { Caller } from '../platform/auth/caller.js';
import { invalid } from '../platform/problems/problem.js';

/**
 * The post for which an administrator does something: their only one, or one of several that they name.
 * @throws Problem `invalid-input` where it is missing or not one of theirs
 */
export function postOf({ posts }: Caller, named: string | undefined): string {
  const [only, another] = posts;
  if (named === undefined && only !== undefined && another === undefined) return only;
  if (named === undefined) throw invalid({ pointer: '/postId', code: 'required' });
  if (!posts.includes(named)) throw invalid({ pointer: '/postId', code: 'not-a-choice' });
  return named;
}
