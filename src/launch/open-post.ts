import { readFileSync } from 'node:fs';
import { LaunchFault } from './launch-fault.js';
import { openPost } from './opening-post.js';
import { withApp } from './operator-app.js';
import { orExplain } from './or-explain.js';
import { readPostFacts } from './post-facts.js';

/**
 * Opens a real post and its first administrator: `node dist/src/launch/open-post.js facts.json`. The facts are written as
 * in docker/facts.example.json. Everything else is done in the console, but for confirming the second administrator.
 */
await orExplain(async () => {
  const [, , file] = process.argv;
  if (!file) throw new LaunchFault('Name the file with the facts of the post: open-post.js facts.json');
  const facts = readPostFacts(textOf(file));
  await withApp(async (app) => {
    const { username, password } = await openPost(app, facts);
    console.log(`${facts.name} is open. First account, shown once: ${username} ${password}`);
    console.log('At its first sign-in it chooses a password of its own and sets up a second step.');
    console.log(
      'Then make two more administrators: what one gives, another confirms, and nobody resets their own.',
    );
    console.log(
      'The first of them is confirmed here, and gets the code that they sign in with at first: confirm-account.js <user name>',
    );
  });
});

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new LaunchFault(`The file ${file} cannot be read.`);
  }
}
