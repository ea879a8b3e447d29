import { readFileSync } from 'node:fs';
import { createApp } from '../app.js';
import { readEnvironment } from '../platform/config/environment.js';
import { LaunchFault } from './launch-fault.js';
import { openPost } from './opening-post.js';
import { orExplain } from './or-explain.js';
import { readPostFacts } from './post-facts.js';

/**
 * Opens a real post and its first administrator: `node dist/src/launch/open-post.js facts.json`. The facts are those
 * of demonstration/demonstration-post.ts. Everything else is done in the console.
 */
await orExplain(async () => {
  const [, , file] = process.argv;
  if (!file) throw new LaunchFault('Name the file with the facts of the post: open-post.js facts.json');
  const facts = readPostFacts(textOf(file));
  const app = await createApp(readEnvironment({ ...process.env, ROLE: 'app' })).catch((error: unknown) => {
    if (!isUnreachable(error)) throw error;
    throw new LaunchFault('The database cannot be reached. Check DATABASE_URL, and that PostgreSQL runs.');
  });
  try {
    const { username, password } = await openPost(app, facts);
    console.log(`${facts.name} is open. First account, shown once: ${username} ${password}`);
    console.log(
      'It sets up a second step at its first sign-in. Then make a second administrator: nobody resets their own.',
    );
  } finally {
    await app.close();
  }
});

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new LaunchFault(`The file ${file} cannot be read.`);
  }
}

/** What the driver says where nobody listens, or nobody lets it in; of several addresses each has its own reason. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnreachable);
  const { code } = error as { code?: string };
  return (
    code !== undefined && /^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|28P01|28000|3D000)$/.test(code)
  );
}
