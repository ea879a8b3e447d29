import { join } from 'node:path';
import { migrate } from '../platform/database/migrate.js';
import { LaunchFault } from './launch-fault.js';

/**
 * Brings the database up to date as its owner.
 * @throws LaunchFault that names the place, never the password
 */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
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
