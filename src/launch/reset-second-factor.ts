import { FactorResetService } from '../staff/second-factor/factor-reset.service.js';
import { forAccount } from './for-account.js';

/**
 * Takes away the second factor of an account that no administrator can help, as where the only one lost everything:
 * `node dist/src/launch/reset-second-factor.js <user name>`.
 */
await forAccount(
  'reset-second-factor.js',
  async (app, username) => {
    await app.get(FactorResetService).resetByOperator(username);
    console.log(`${username} is signed out everywhere, and sets up a second step at the next sign-in.`);
  },
  {
    'no-second-factor': (username) => `The account ${username} has no second step. Nothing was changed.`,
  },
);
