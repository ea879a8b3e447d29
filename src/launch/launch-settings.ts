import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { EnvironmentFaults, inspectEnvironment } from '../platform/config/environment.js';
import { readSettings } from '../platform/config/read-settings.js';

const POSTGRES_URL = /^postgres(ql)?:\/\//;

/** The variables that only `npm start` reads, before there is a service. */
export class LaunchSettings {
  @IsIn(['production', 'demonstration', 'test'])
  NODE_ENV: 'production' | 'demonstration' | 'test' = 'demonstration';

  /** Where a demonstration keeps its database, its secrets and its credentials. */
  @IsString() DATA_DIR = '.pulang';

  /** The service's database; without it a demonstration brings its own. */
  @IsOptional() @Matches(POSTGRES_URL) DATABASE_URL?: string;
  /** The same database as the owner of its tables, who migrates it. */
  @IsOptional() @Matches(POSTGRES_URL) DATABASE_OWNER_URL?: string;
}

/** Stand for what a demonstration generates, while its other variables are checked. */
const TO_BE_GENERATED = {
  DATABASE_URL: 'postgresql://generated',
  MASTER_KEY: Buffer.alloc(32).toString('base64'),
  TOKEN_KEY: Buffer.alloc(32).toString('base64'),
  DOCUMENT_KEYS: 'generated',
  DOCUMENT_KEYS_PASSPHRASE: 'generated-passphrase',
};

/**
 * Checks all variables, the service's too, before anything is made or started.
 * @throws EnvironmentFaults naming every variable at fault
 */
export function readLaunchSettings(env: NodeJS.ProcessEnv): LaunchSettings {
  const { values, faults } = readSettings(LaunchSettings, env);
  const isProduction = values.NODE_ENV === 'production';
  const service = inspectEnvironment(isProduction ? env : { ...TO_BE_GENERATED, ...env });
  const all = new Set([...faults, ...service.faults]);
  if (all.size > 0) throw new EnvironmentFaults([...all]);
  return values;
}
