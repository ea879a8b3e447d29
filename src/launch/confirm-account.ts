import { Problem } from '../platform/problems/problem.js';
import { CountersigningService } from '../staff/countersigning/countersigning.service.js';
import { LaunchFault } from './launch-fault.js';
import { withApp } from './operator-app.js';
import { orExplain } from './or-explain.js';

/** Why it cannot be done, by the problem's code. */
const WHY: Record<string, (username: string) => string> = {
  'not-found': (username) => `There is no account ${username}.`,
  'not-taken-over': (username) =>
    `${username} has to sign in first, choose a password and set up a second step. Nothing was changed.`,
};

/**
 * Confirms what an administrator gave an account, where there is no other administrator who could:
 * `node dist/src/launch/confirm-account.js <user name>`. Whoever may run this has the keys of the installation anyway.
 */
await orExplain(async () => {
  const username = process.argv[2]?.toLowerCase();
  if (!username) throw new LaunchFault('Name the account: confirm-account.js <user name>');
  await withApp(async (app) => {
    try {
      const confirmed = await app.get(CountersigningService).confirmByOperator(username);
      console.log(
        confirmed > 0 ? `${username} is confirmed and can work.` : `${username} waits for nothing.`,
      );
    } catch (error) {
      const why = error instanceof Problem ? WHY[error.code] : undefined;
      throw why ? new LaunchFault(why(username)) : error;
    }
  });
});
