import { Problem } from '../platform/problems/problem.js';
import { CountersigningService } from '../staff/countersigning/countersigning.service.js';
import { CODE_HOURS } from '../staff/countersigning/holder-code.js';
import { LaunchFault } from './launch-fault.js';
import { withApp } from './operator-app.js';
import { orExplain } from './or-explain.js';

/**
 * Confirms what an administrator gave an account, where there is no other administrator who could, and prints the code for
 * its holder; another one where that was lost: `node dist/src/launch/confirm-account.js <user name>`. Whoever may run this has the keys of the installation anyway.
 */
await orExplain(async () => {
  const username = process.argv[2]?.toLowerCase();
  if (!username) throw new LaunchFault('Name the account: confirm-account.js <user name>');
  await withApp(async (app) => {
    try {
      const code = await app.get(CountersigningService).confirmByOperator(username);
      if (code === undefined) return console.log(`${username} waits for nothing.`);
      console.log(`${username} is confirmed. Code, shown once and good for ${CODE_HOURS} hours: ${code}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
      throw new LaunchFault(`There is no account ${username}.`);
    }
    console.log('Read it to them yourself, and to nobody else: with it they choose a password of their own.');
  });
});
