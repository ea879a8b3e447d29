// @ts-check
import { join } from 'node:path';

/**
 * What our own npm is given: the environment without what `npm --prefix FOLDER` passes on. It would install into that
 * folder's idea of the project, and look below the folder for the machine's settings (registry, proxy, certificates).
 *
 * @param {NodeJS.ProcessEnv} given
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment({ npm_config_prefix: prefix, npm_config_local_prefix: _local, ...rest }) {
  if (prefix && rest.npm_config_globalconfig === join(prefix, 'etc/npmrc'))
    delete rest.npm_config_globalconfig;
  return rest;
}
