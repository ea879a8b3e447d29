import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { addAccounts } from './demonstration-accounts.js';
import { DEMONSTRATION_POST } from './demonstration-post.js';
import { writePrivately } from '../write-privately.js';
import { type Demonstration, seedDemonstration } from './seed-demonstration.js';
import { seedStaff } from './seed-staff.js';

const fileIn = (dataDir: string): string => join(dataDir, 'demonstration.json');

/** How one signs in to the demonstration kept in a data folder, as `npm start` wrote it down. */
export function readDemonstration(dataDir: string): Demonstration | undefined {
  const file = fileIn(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Demonstration) : undefined;
}

/**
 * Sets the demonstration up where it is missing, and writes down how to sign in. Where it exists its passwords are
 * known to nobody but that file: without it, or when asked to, new ones are made.
 * @returns what was generated, or nothing where all is as before
 */
export async function ensureDemonstration(
  app: INestApplicationContext,
  dataDir: string,
  wantsNew: boolean,
): Promise<Demonstration | undefined> {
  const seeded = await seedDemonstration(app);
  if (seeded) await callByThePlan(app, seeded.postId);
  const known = readDemonstration(dataDir);
  if (!seeded && !wantsNew && known) {
    await addToKnown(app, dataDir, known);
    return undefined;
  }
  const demonstration = seeded ?? (await renewed(app, await demonstrationPost(app)));
  writePrivately(fileIn(dataDir), demonstration);
  return demonstration;
}

/** Who was not among those of the version that set the demonstration up. */
async function addToKnown(
  app: INestApplicationContext,
  dataDir: string,
  known: Demonstration,
): Promise<void> {
  const added = await addAccounts(app, systemCaller(await demonstrationPost(app), 'demonstration'));
  if (added.length > 0)
    writePrivately(fileIn(dataDir), { ...known, accounts: [...known.accounts, ...added] });
}

const renewed = async (app: INestApplicationContext, postId: string): Promise<Demonstration> => ({
  postId,
  ...(await seedStaff(app, postId)),
});

/** The demonstration calls people when their turn is near; a supervisor can switch it off. */
async function callByThePlan(app: INestApplicationContext, postId: string): Promise<void> {
  await app
    .get(Database)
    .transaction([postId], (tx) =>
      tx.query(
        'INSERT INTO call_forward_setting (post_id, automatic) VALUES ($1, true) ON CONFLICT DO NOTHING',
        [postId],
      ),
    );
}

async function demonstrationPost(app: INestApplicationContext): Promise<string> {
  const { dataSource } = app.get(Database);
  const [post] = await dataSource.query<{ id: string }[]>('SELECT id FROM post WHERE code = $1', [
    DEMONSTRATION_POST.code,
  ]);
  if (!post) throw new Error('the demonstration embassy is gone');
  return post.id;
}
