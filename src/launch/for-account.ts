import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem } from '../platform/problems/problem.js';
import { LaunchFault } from './launch-fault.js';
import { withApp } from './operator-app.js';
import { orExplain } from './or-explain.js';

/** Why it cannot be done, as a sentence, by the code of the problem. */
export type Refusals = Readonly<Record<string, (username: string) => string>>;

const NO_ACCOUNT: Refusals = { 'not-found': (username) => `There is no account ${username}.` };

/**
 * Does something for the account that an operator names on the command line, where no administrator could. Whoever may run
 * this has the keys of the installation anyway. Ends with exit code 1 and a sentence where it cannot be.
 * @param program its file, for whoever names no account
 * @param refusals besides that there is no such account
 */
export const forAccount = (
  program: string,
  work: (app: NestFastifyApplication, username: string) => Promise<void>,
  refusals: Refusals = {},
): Promise<void> =>
  orExplain(async () => {
    const username = process.argv[2]?.toLowerCase();
    if (!username) throw new LaunchFault(`Name the account: ${program} <user name>`);
    await withApp(async (app) => {
      try {
        await work(app, username);
      } catch (error) {
        const why = error instanceof Problem && { ...NO_ACCOUNT, ...refusals }[error.code];
        throw why ? new LaunchFault(why(username)) : error;
      }
    });
  });
