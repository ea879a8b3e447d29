import { CountersigningService } from '../staff/countersigning/countersigning.service.js';
import { CODE_HOURS } from '../staff/countersigning/holder-code.js';
import { forAccount } from './for-account.js';

/**
 * Confirms what an administrator gave an account, where there is no other administrator who could, and prints the code for
 * its holder; another one where that was lost: `node dist/src/launch/confirm-account.js <user name>`.
 */
await forAccount('confirm-account.js', async (app, username) => {
  const code = await app.get(CountersigningService).confirmByOperator(username);
  if (code === undefined) return console.log(`${username} waits for nothing.`);
  console.log(`${username} is confirmed. Code, shown once and good for ${CODE_HOURS} hours: ${code}`);
  console.log('Read it to them yourself, and to nobody else: with it they choose a password of their own.');
});
