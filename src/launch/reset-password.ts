import { Problem } from '../platform/problems/problem.js';
import { PasswordResetService } from '../staff/accounts/password-reset.service.js';
import { LaunchFault } from './launch-fault.js';
import { withApp } from './operator-app.js';
import { orExplain } from './or-explain.js';

/**
 * Gives an account another password that no administrator can help, as where the only one forgot theirs:
 * `node dist/src/launch/reset-password.js <user name>`. Whoever may run this has the keys of the installation anyway.
 */
await orExplain(async () => {
  const username = process.argv[2]?.toLowerCase();
  if (!username) throw new LaunchFault('Name the account: reset-password.js <user name>');
  await withApp(async (app) => {
    try {
      const password = await app.get(PasswordResetService).resetByOperator(username);
      console.log(`${username} is signed out everywhere. Another password, shown once: ${password}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not-found') throw error;
      throw new LaunchFault(`There is no account ${username}.`);
    }
    console.log('At the next sign-in they choose one of their own. Their second step stays as it is.');
  });
});
