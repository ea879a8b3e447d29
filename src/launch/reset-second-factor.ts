import { Problem } from '../platform/problems/problem.js';
import { FactorResetService } from '../staff/second-factor/factor-reset.service.js';
import { LaunchFault } from './launch-fault.js';
import { withApp } from './operator-app.js';
import { orExplain } from './or-explain.js';

/** Why it cannot be done, by the problem's code. */
const WHY: Record<string, (username: string) => string> = {
  'not-found': (username) => `There is no account ${username}.`,
  'no-second-factor': (username) => `The account ${username} has no second step. Nothing was changed.`,
};

/**
 * Takes away the second factor of an account that no administrator can help, as where the only one lost everything:
 * `node dist/src/launch/reset-second-factor.js <user name>`. Whoever may run this has the keys of the installation anyway.
 */
await orExplain(async () => {
  const username = process.argv[2]?.toLowerCase();
  if (!username) throw new LaunchFault('Name the account: reset-second-factor.js <user name>');
  await withApp(async (app) => {
    try {
      await app.get(FactorResetService).resetByOperator(username);
    } catch (error) {
      const why = error instanceof Problem ? WHY[error.code] : undefined;
      throw why ? new LaunchFault(why(username)) : error;
    }
    console.log(`${username} is signed out everywhere, and sets up a second step at the next sign-in.`);
  });
});
