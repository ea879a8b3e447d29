import { EnvironmentFaults } from '../platform/config/environment.js';
import { LaunchFault } from './launch-fault.js';

/** Does what a program was started for. Where that cannot be, says why without a stack and ends with exit code 1. */
export async function orExplain(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isExpected = error instanceof LaunchFault || error instanceof EnvironmentFaults;
    console.error(isExpected ? error.message : error);
    process.exit(1);
  }
}
