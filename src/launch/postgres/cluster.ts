import { existsSync } from 'node:fs';
import { type Access, readAccess } from './access.js';
import { type Binaries, readyBinaries } from './binaries.js';
import { checkVersion, createCluster } from './create-cluster.js';
import { type Placement, placeCluster } from './placement.js';

/** A cluster on disk and what is needed to run a server on it. */
export interface Cluster extends Placement {
  binaries: Binaries;
  access: Access;
  durable: boolean;
  onNotice: (sentence: string) => void;
}

/**
 * The cluster inside a data folder, made where there is none.
 * @param dataDir real path of the data folder
 */
export function openCluster(
  dataDir: string,
  durable: boolean,
  onNotice: (sentence: string) => void,
): Cluster {
  const placement = placeCluster(dataDir, onNotice);
  const binaries = readyBinaries(placement.runAs, onNotice);
  if (existsSync(placement.cluster)) checkVersion(placement.cluster, binaries);
  else createCluster(placement, binaries, durable);
  return { ...placement, binaries, access: readAccess(placement.home), durable, onNotice };
}
