import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids.js';
import { IntakeRecords } from '../../registrations/intake/intake-records.js';
import { PostsService } from '../../posts/posts.service.js';
import type { IntakeRequest } from './requests.js';

export interface Statement {
  text: string;
  values: unknown[];
}

const EVERYONE: Omit<Caller, 'requestId'> = {
  role: 'everyone',
  id: null,
  sessionId: null,
  posts: [],
  locale: 'en',
};

/**
 * The statements of a registration, written down instead of sent: the service's own code makes them, so that the bare
 * driver does exactly the same. Sealing and hashing are done here, before the clock runs.
 */
export async function statementsOf(
  app: INestApplicationContext,
  { key, report }: IntakeRequest,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const recorder = {
    query: (text: string, values: unknown[] = []) => {
      statements.push({ text, values });
      return Promise.resolve([{ received_at: new Date() }]);
    },
  } as unknown as EntityManager;
  const post = await app.get(PostsService, { strict: false }).byCode(report.post);
  await recorder.query("SELECT set_config('pulang.posts', $1, true)", [post.id]);
  await app
    .get(Idempotency, { strict: false })
    .once(recorder, { key, scope: 'POST /v1/registrations ', body: report }, () =>
      app
        .get(IntakeRecords, { strict: false })
        .write(recorder, { ...EVERYONE, requestId: newId() }, post, report),
    );
  return statements;
}
