import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { serve } from '../main.js';
import { readEnvironment } from '../platform/config/environment.js';
import { type SampleRegistry, startSampleRegistry } from '../registry-sample/sample-registry.js';
import { ensureDemonstration } from './demonstration/credentials.js';
import { announceService } from './demonstration/running-service.js';
import { demonstrationSecrets } from './demonstration/secrets.js';
import { findDatabase } from './find-database.js';
import type { LaunchSettings } from './launch-settings.js';
import { welcome } from './welcome.js';

/** A running service. */
export interface Started {
  stop(): Promise<void>;
}

export interface BringUp {
  settings: LaunchSettings;
  port: number;
  wantsNewPasswords: boolean;
}

/**
 * Database, service, demonstration embassy, in this order. What was begun is stopped again where a later part fails.
 * @throws EnvironmentFaults, LaunchFault
 */
export async function bringUp(
  env: NodeJS.ProcessEnv,
  { settings, port, wantsNewPasswords }: BringUp,
): Promise<Started> {
  const { DATA_DIR: dataDir } = settings;
  const isDemonstration = settings.NODE_ENV !== 'production';
  const database = await findDatabase(settings);
  let app: INestApplicationContext | undefined;
  let registry: SampleRegistry | undefined;
  let withdraw: () => void = () => undefined;
  const stop = async () => {
    withdraw();
    await app?.close();
    await registry?.stop();
    await database.stop();
  };
  try {
    const token = randomBytes(24).toString('base64url');
    if (isDemonstration && !env.REGISTRY_URL) registry = await startSampleRegistry(token, SAMPLE_REGISTRY);
    const environment = readEnvironment({
      ...(isDemonstration && demonstrationDefaults(dataDir, port)),
      ...env,
      ...(registry && { REGISTRY_URL: registry.url, REGISTRY_TOKEN: token }),
      DATABASE_URL: database.appUrl,
      PORT: String(port),
    });
    app = await serve(environment);
    const generated = isDemonstration
      ? await ensureDemonstration(app, dataDir, wantsNewPasswords)
      : undefined;
    if (isDemonstration && environment.ROLE !== 'worker')
      withdraw = announceService(dataDir, {
        url: `http://${environment.HOST}:${port}`,
        databaseUrl: database.appUrl,
      });
    console.log(welcome(environment, { generated, file: join(dataDir, 'demonstration.json') }));
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Answers as a registry abroad would: not at once, and every fourth time only a minute later. */
const SAMPLE_REGISTRY = { delayMs: 400, lateEvery: 4, lateMs: 20_000 };

const demonstrationDefaults = (dataDir: string, port: number) => ({
  ...demonstrationSecrets(dataDir),
  LOG_LEVEL: 'warn',
  PUBLIC_URL: `http://localhost:${port}`,
});
