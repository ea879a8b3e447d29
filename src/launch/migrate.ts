import { IsNotEmpty, Matches } from 'class-validator';
import { EnvironmentFaults } from '../platform/config/environment.js';
import { readSettings } from '../platform/config/read-settings.js';
import { migrateDatabase } from './migrate-database.js';
import { orExplain } from './or-explain.js';

class MigrationSettings {
  @IsNotEmpty() @Matches(/^postgres(ql)?:\/\//) DATABASE_OWNER_URL: string;
}

/** Run before a new version serves: `node dist/src/launch/migrate.js`. Only this step knows the owner's password. */
await orExplain(async () => {
  const { values, faults } = readSettings(MigrationSettings, process.env);
  if (faults.length > 0) throw new EnvironmentFaults(faults);
  await migrateDatabase(values.DATABASE_OWNER_URL);
  console.log('The database is up to date.');
});
