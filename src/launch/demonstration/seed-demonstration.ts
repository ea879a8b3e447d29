import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { NewPostRequest } from '../../posts/setup/new-post.dto.js';
import { DEMONSTRATION_POST } from './demonstration-post.js';
import { type DemonstrationCredentials, seedStaff } from './seed-staff.js';
import { seedBlanks } from './seed-blanks.js';
import { seedPost } from './seed-post.js';

export interface Demonstration extends DemonstrationCredentials {
  postId: string;
}

/** Sets up a post that is ready to work, unless there is one with its code. @returns what was generated, or nothing */
export async function seedDemonstration(
  app: INestApplicationContext,
  facts: NewPostRequest = DEMONSTRATION_POST,
): Promise<Demonstration | undefined> {
  const database = app.get(Database);
  const existing = await database.dataSource.query<unknown[]>('SELECT FROM post WHERE code = $1', [
    facts.code,
  ]);
  if (existing.length > 0) return undefined;
  const postId = await seedPost(database, facts);
  const credentials = await seedStaff(app, postId);
  await seedBlanks(app, postId);
  return { postId, ...credentials };
}
