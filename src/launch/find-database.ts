import { join } from 'node:path';
import { migrate } from '../platform/database/migrate.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { LaunchFault } from './launch-fault.js';
import type { LaunchSettings } from './launch-settings.js';

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
    if (ownerUrl) await migrateOrSay(ownerUrl);
    return { appUrl: DATABASE_URL, stop: () => Promise.resolve() };
  }
  const postgres = await startEmbeddedPostgres({
    dataDir: settings.DATA_DIR,
    onNotice: (sentence) => console.error(sentence),
  });
  try {
    await migrateOrSay(postgres.ownerUrl);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return { appUrl: postgres.appUrl, stop: postgres.stop };
}

async function migrateOrSay(ownerUrl: string): Promise<void> {
  try {
    await migrate(ownerUrl);
  } catch (error) {
    const { hostname, port, pathname } = new URL(ownerUrl);
    const place = join(`${hostname}:${port || 5432}`, pathname);
    throw new LaunchFault(
      `The database ${place} could not be brought up to date: ${reasonOf(error)}. Check DATABASE_URL and DATABASE_OWNER_URL.`,
    );
  }
}

/** A refused connection to several addresses says nothing itself, its parts do. */
const reasonOf = (error: unknown): string =>
  error instanceof AggregateError ? reasonOf(error.errors[0]) : (error as Error).message;
