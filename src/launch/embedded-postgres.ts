import { setTimeout as sleep } from 'node:timers/promises';
import { prepareDataFolder } from './data-folder.js';
import { type Hold, holdAlone, holderOf } from './hold-alone.mjs';
import { LaunchFault } from './launch-fault.js';
import { urlOf } from './postgres/access.js';
import { openCluster } from './postgres/cluster.js';
import { keepRunning } from './postgres/keep-running.js';
import { provision } from './postgres/provision.js';
import { runServer } from './postgres/run-server.js';
import { stopServer } from './postgres/stop-server.js';

/** How long a start waits for an earlier one on the same folder to end, as after a kill of its parent. */
const HOLD_PATIENCE_MS = 4_000;

export interface EmbeddedPostgresOptions {
  /** Kept between starts: the database lies in it, with the roles' passwords. */
  dataDir: string;
  /** False for tests only: nothing is forced to disk. */
  durable?: boolean;
  /** Told in one sentence what is out of the ordinary. */
  onNotice?: (sentence: string) => void;
}

/** Connection URLs of the database `pulang`, one for each role. */
export interface EmbeddedPostgres {
  /** Where the database lies: in the data folder, or outside where its user cannot reach that. */
  home: string;
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  stop(): Promise<void>;
}

/**
 * Real PostgreSQL on this machine, without installing it: for demonstrations and tests. Listens on 127.0.0.1 only,
 * with passwords. Made on first use, used again afterwards, also after a crash of whoever started it.
 * @throws LaunchFault where that cannot be, with what to do
 */
export async function startEmbeddedPostgres({
  dataDir,
  durable = true,
  onNotice = () => undefined,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = prepareDataFolder(dataDir);
  const hold = await holdFolder(folder);
  try {
    const cluster = openCluster(folder, durable, onNotice);
    await runServer(cluster);
    await provision(cluster.access);
    const endWatch = keepRunning(cluster);
    return {
      home: cluster.home,
      superuserUrl: urlOf(cluster.access, 'superuser'),
      ownerUrl: urlOf(cluster.access, 'owner'),
      appUrl: urlOf(cluster.access, 'app'),
      stop: async () => {
        await endWatch();
        await stopServer(cluster.cluster);
        await hold.release();
      },
    };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

async function holdFolder(folder: string): Promise<Hold> {
  const deadline = Date.now() + HOLD_PATIENCE_MS;
  for (;;) {
    const hold = await holdAlone(folder);
    if (hold) return hold;
    if (Date.now() > deadline)
      throw new LaunchFault(
        `Pulang already runs on the data folder ${folder} (process ${await holderOf(folder)}). Stop that one, or name another folder: DATA_DIR=… npm start`,
      );
    await sleep(100);
  }
}
