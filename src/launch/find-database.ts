import { startEmbeddedPostgres } from './embedded-postgres.js';
import type { LaunchSettings } from './launch-settings.js';
import { migrateDatabase } from './migrate-database.js';

/** A database that is up to date and ready for the service. */
export interface FoundDatabase {
  appUrl: string;
  stop(): Promise<void>;
}

/**
 * The database of DATABASE_URL, or else one that a demonstration brings itself; migrated by its owner, if we know one.
 * @throws LaunchFault where there is none, or it cannot be migrated
 */
export async function findDatabase(settings: LaunchSettings): Promise<FoundDatabase> {
  const { DATABASE_URL, DATABASE_OWNER_URL, NODE_ENV } = settings;
  if (DATABASE_URL) {
    const ownerUrl = DATABASE_OWNER_URL ?? (NODE_ENV === 'production' ? undefined : DATABASE_URL);
    if (ownerUrl) await migrateDatabase(ownerUrl);
    return { appUrl: DATABASE_URL, stop: () => Promise.resolve() };
  }
  const postgres = await startEmbeddedPostgres({
    dataDir: settings.DATA_DIR,
    onNotice: (sentence) => console.error(sentence),
  });
  try {
    await migrateDatabase(postgres.ownerUrl);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return { appUrl: postgres.appUrl, stop: () => postgres.stop() };
}
