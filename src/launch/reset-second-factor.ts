import { createApp } from '../app.js';
import { readEnvironment } from '../platform/config/environment.js';
import { Problem } from '../platform/problems/problem.js';
import { FactorResetService } from '../staff/second-factor/factor-reset.service.js';
import { LaunchFault } from './launch-fault.js';
import { orExplain } from './or-explain.js';

/**
 * Takes away the second factor of an account that no administrator can help, as where the only one lost everything:
 * `node dist/src/launch/reset-second-factor.js <user name>`. Whoever may run this has the keys of the installation anyway.
 */
await orExplain(async () => {
  const [, , username] = process.argv;
  if (!username) throw new LaunchFault('Name the account: reset-second-factor.js <user name>');
  const app = await createApp(readEnvironment({ ...process.env, ROLE: 'app' }));
  try {
    await app.get(FactorResetService).resetByOperator(username);
    console.log(`${username} is signed out everywhere, and sets up a second step at the next sign-in.`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new LaunchFault(`There is no account ${username}, or it has no second factor.`);
  } finally {
    await app.close();
  }
});
