import { runMigrations as migrateJobs } from 'graphile-worker';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/index.js';
import { grantJobs } from './grant-jobs.js';

/** Any number; two processes that migrate at once wait for each other on it. */
const MIGRATION_LOCK = 7_854_201;

/** @param posts ids of those whose rows the migrations see: row-level security confines the owner too */
export const migrationSource = (ownerUrl: string, posts: readonly string[] = []) =>
  new DataSource({
    type: 'postgres',
    url: ownerUrl,
    extra: { options: `-c pulang.posts=${posts.join(',')}` },
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'all',
  });

/** Brings the schema up to date as its owner: all pending migrations in one transaction, or none. */
export async function migrate(ownerUrl: string): Promise<void> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const source = await migrationSource(ownerUrl, await everyPost(lock)).initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
    await migrateJobs({ connectionString: ownerUrl, logger: undefined });
    await grantJobs(lock);
  } finally {
    await lock.end();
  }
}

/** Of all posts the ids; none before the first migration. */
async function everyPost(client: Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('post') IS NOT NULL AS there",
  );
  if (!tables[0]!.there) return [];
  return (await client.query<{ id: string }>('SELECT id FROM post')).rows.map(({ id }) => id);
}
