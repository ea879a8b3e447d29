import { resolve } from 'node:path';
import type { Started } from './bring-up.js';
import { prepareDataFolder } from './data-folder.js';
import { freePort } from './free-port.js';
import { readLaunchSettings } from './launch-settings.js';
import { orExplain } from './or-explain.js';
import { stopOnSignals } from './stop-on-signals.js';

/**
 * Starts everything. A demonstration generates what it lacks: database, secrets, embassy, passwords. Production
 * (NODE_ENV) generates nothing and refuses to start without what it needs. What can be refused is refused before
 * anything is made, and before the service is even loaded.
 * @throws EnvironmentFaults, LaunchFault
 */
export async function start(env: NodeJS.ProcessEnv, wantsNewPasswords: boolean): Promise<Started> {
  const settings = readLaunchSettings(env);
  const port = await freePort(Number(env.PORT || 3000), env.HOST || '127.0.0.1');
  settings.DATA_DIR =
    settings.NODE_ENV === 'production' ? resolve(settings.DATA_DIR) : prepareDataFolder(settings.DATA_DIR);
  const { bringUp } = await import('./bring-up.js');
  return bringUp(env, { settings, port, wantsNewPasswords });
}

/** Started by `bootstrap.mjs`. Signals that come while things start take effect when they have started. */
if (import.meta.main) {
  const starting = start(process.env, process.argv.includes('--new-passwords'));
  stopOnSignals(async () => (await starting.catch(() => undefined))?.stop());
  await orExplain(() => starting);
}
