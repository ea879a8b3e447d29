import { PasswordResetService } from '../staff/accounts/password-reset.service.js';
import { forAccount } from './for-account.js';

/**
 * Gives an account another password that no administrator can help, as where the only one forgot theirs:
 * `node dist/src/launch/reset-password.js <user name>`.
 */
await forAccount('reset-password.js', async (app, username) => {
  const password = await app.get(PasswordResetService).resetByOperator(username);
  console.log(`${username} is signed out everywhere. Another password, shown once: ${password}`);
  console.log('At the next sign-in they choose one of their own. Their second step stays as it is.');
});
