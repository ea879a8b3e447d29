import { createRunner } from 'jest-light-runner';

/** Tests run in processes of plain Node, without a context for each file: see docs/decisions/0036. */
export default createRunner({ runtime: 'child_process' });
