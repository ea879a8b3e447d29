import { seedPost } from '../../src/launch/demonstration/seed-post.js';
import { DEMONSTRATION_POST } from '../../src/launch/demonstration/demonstration-post.js';
import { systemCaller } from '../../src/platform/auth/caller.js';
import { Database } from '../../src/platform/database/database.js';
import { AccountsService } from '../../src/staff/accounts/accounts.service.js';
import type { Api, Service } from './service.js';

/** An officer of a second embassy in the same database, signed in. */
export async function officerElsewhere({ app, everyone, as }: Service): Promise<Api> {
  const facts = { ...DEMONSTRATION_POST, code: 'VTE', name: 'A second embassy', documentPrefix: 'XB' };
  const postId = await seedPost(app.get(Database), facts);
  const account = { username: 'officer.elsewhere', password: 'seven quiet herons crossing' };
  const fields = { ...account, displayName: 'Officer Contoh', role: 'officer' as const, posts: [postId] };
  await app.get(AccountsService).create(systemCaller(postId, 'test'), fields, 'by-holder');
  const answer = await everyone().post('/v1/sessions').send(account).expect(201);
  return as((answer.body as { accessToken: string }).accessToken);
}
