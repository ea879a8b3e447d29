import { readFileSync } from 'node:fs';
import { createApp } from '../app.js';
import { systemCaller } from '../platform/auth/caller.js';
import { readEnvironment } from '../platform/config/environment.js';
import { randomText, WORDLESS } from '../platform/crypto/secret-text.js';
import { Database } from '../platform/database/database.js';
import { AccountsService } from '../staff/accounts/accounts.service.js';
import type { PostFacts } from './demonstration/demonstration-post.js';
import { seedPost } from './demonstration/seed-post.js';
import { LaunchFault } from './launch-fault.js';
import { orExplain } from './or-explain.js';

/**
 * Opens a real post and its first administrator: `node dist/src/launch/open-post.js facts.json`. The facts are those
 * of demonstration/demonstration-post.ts. Everything else is done in the console.
 */
await orExplain(async () => {
  const [, , file] = process.argv;
  if (!file) throw new LaunchFault('Name the file with the facts of the post: open-post.js facts.json');
  const facts = JSON.parse(readFileSync(file, 'utf8')) as PostFacts;
  const app = await createApp(readEnvironment({ ...process.env, ROLE: 'app' }));
  try {
    const postId = await seedPost(app.get(Database), facts, false);
    const username = `administrator-${facts.code.toLowerCase()}`;
    const password = randomText(WORDLESS, 20);
    await app.get(AccountsService).create(systemCaller(postId, 'open-post'), {
      username,
      displayName: `Administrator of ${facts.code}`,
      role: 'administrator',
      password,
      posts: [postId],
    });
    console.log(`${facts.name} is open. First account, shown once: ${username} ${password}`);
  } finally {
    await app.close();
  }
});
