import { launchReason } from './launch-reason.js';

/** Does what a program was started for. Where that cannot be, says why without a stack and ends with exit code 1. */
export async function orExplain(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(launchReason(error) ?? error);
    process.exit(1);
  }
}
