import type { INestApplicationContext } from '@nestjs/common';
import { systemCaller } from '../platform/auth/caller.js';
import { randomText, WORDLESS } from '../platform/crypto/secret-text.js';
import { Database } from '../platform/database/database.js';
import { sqlState, violatedConstraint } from '../platform/database/violated-constraint.js';
import { newId } from '../platform/ids.js';
import type { NewPostRequest } from '../posts/setup/new-post.dto.js';
import { AccountsService } from '../staff/accounts/accounts.service.js';
import { LaunchFault } from './launch-fault.js';
import { writePost } from './write-post.js';

/** Which name is taken, by the constraint that says so. */
const TAKEN: Record<string, (facts: NewPostRequest) => string> = {
  post_code_once: ({ code }) => `A post with the code ${code} is open already.`,
  document_series_pk: ({ documentPrefix }) =>
    `Numbers of another post begin with ${documentPrefix} already. Choose another documentPrefix.`,
  account_username_once: ({ code }) => `There is an account ${administratorOf(code)} already.`,
};

const administratorOf = (code: string) => `administrator-${code.toLowerCase()}`;

/**
 * Opens a post and its first account in one transaction: both, or nothing.
 * @throws LaunchFault in a sentence, where the database will not have it
 */
export async function openPost(
  app: INestApplicationContext,
  facts: NewPostRequest,
): Promise<{ username: string; password: string }> {
  const postId = newId();
  const [username, password] = [administratorOf(facts.code), randomText(WORDLESS, 20)];
  try {
    await app.get(Database).transaction([postId], async (tx) => {
      await writePost(tx, postId, facts, false);
      await app.get(AccountsService).createIn(tx, systemCaller(postId, 'open-post'), {
        username,
        displayName: `Administrator of ${facts.code}`,
        role: 'administrator',
        password,
        posts: [postId],
      });
    });
  } catch (error) {
    const taken = TAKEN[violatedConstraint(error) ?? ''];
    if (taken) throw new LaunchFault(`${taken(facts)} Nothing was changed.`);
    const state = sqlState(error);
    if (state === '42P01' || state === '42703')
      throw new LaunchFault(
        'The database is older than this version. Run migrate.js first. Nothing was changed.',
      );
    if (state !== undefined)
      throw new LaunchFault(`PostgreSQL refused (SQLSTATE ${state}). Nothing was changed.`);
    throw error;
  }
  return { username, password };
}
