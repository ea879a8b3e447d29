import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { LaunchFault } from './launch-fault.js';
import { accountNamed, isRoot } from './postgres/accounts.js';

/**
 * Makes the data folder where it is missing and checks that it can be used.
 *
 * A new one is closed to others (0700). Root's lets them pass through without looking (0711), because the database
 * server, which refuses to run as root, has its own closed folder inside.
 * @returns its real path
 * @throws LaunchFault where it cannot be made or written
 */
export function prepareDataFolder(path: string): string {
  const folder = resolve(path);
  if (!existsSync(folder)) makeFolder(folder);
  const stat = statSync(folder);
  if (!stat.isDirectory())
    throw new LaunchFault(`The data folder ${folder} is a file. Name another: DATA_DIR=… npm start`);
  if (!isRoot() && stat.uid !== process.getuid?.())
    throw new LaunchFault(
      `The data folder ${folder} belongs to ${accountNamed(stat.uid)}. Start as that user, or name another: DATA_DIR=… npm start`,
    );
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new LaunchFault(
      `The data folder ${folder} is not writable. Make it so, or name another: DATA_DIR=… npm start`,
    );
  }
  return realpathSync(folder);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, isRoot() ? 0o711 : 0o700);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new LaunchFault(
      `The data folder ${folder} cannot be made (${code}). Name a place that you may write: DATA_DIR=… npm start`,
    );
  }
}
