import { join, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { serve } from '../main.js';
import { EnvironmentFaults, readEnvironment } from '../platform/config/environment.js';
import { ensureDemonstration } from './demonstration/credentials.js';
import { announceService } from './demonstration/running-service.js';
import { demonstrationSecrets } from './demonstration/secrets.js';
import { prepareDataFolder } from './data-folder.js';
import { findDatabase } from './find-database.js';
import { freePort } from './free-port.js';
import { LaunchFault } from './launch-fault.js';
import { readLaunchSettings } from './launch-settings.js';
import { stopOnSignals } from './stop-on-signals.js';
import { welcome } from './welcome.js';

/** A running service. */
export interface Started {
  stop(): Promise<void>;
}

/**
 * Starts everything. A demonstration generates what it lacks: database, secrets, embassy, passwords. Production
 * (NODE_ENV) generates nothing and refuses to start without what it needs.
 * @throws EnvironmentFaults, LaunchFault
 */
export async function start(env: NodeJS.ProcessEnv, wantsNewPasswords: boolean): Promise<Started> {
  const settings = readLaunchSettings(env);
  const isDemonstration = settings.NODE_ENV !== 'production';
  const port = await freePort(Number(env.PORT || 3000), env.HOST || '127.0.0.1');
  const dataDir = isDemonstration ? prepareDataFolder(settings.DATA_DIR) : resolve(settings.DATA_DIR);
  const database = await findDatabase({ ...settings, DATA_DIR: dataDir });
  let app: INestApplicationContext | undefined;
  let withdraw: () => void = () => undefined;
  const stop = async () => {
    withdraw();
    await app?.close();
    await database.stop();
  };
  try {
    const environment = readEnvironment({
      ...(isDemonstration && {
        ...demonstrationSecrets(dataDir),
        LOG_LEVEL: 'warn',
        PUBLIC_URL: `http://localhost:${port}`,
      }),
      ...env,
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

/** Started by `bootstrap.mjs`. Signals that come while things start take effect when they have started. */
if (import.meta.main) {
  const starting = start(process.env, process.argv.includes('--new-passwords'));
  stopOnSignals(async () => (await starting.catch(() => undefined))?.stop());
  try {
    await starting;
  } catch (error) {
    const isExpected = error instanceof LaunchFault || error instanceof EnvironmentFaults;
    console.error(isExpected ? error.message : error);
    process.exit(1);
  }
}
