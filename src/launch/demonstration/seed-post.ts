import type { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids.js';
import type { NewPostRequest } from '../../posts/setup/new-post.dto.js';
import { writePost } from '../write-post.js';

/** Opens a demonstration's post in a transaction of its own. @returns its id */
export async function seedPost(database: Database, facts: NewPostRequest): Promise<string> {
  const id = newId();
  await database.transaction([id], (tx) => writePost(tx, id, facts, true));
  return id;
}
