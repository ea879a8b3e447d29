import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { CONFINE, type Database, type SentAhead } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids.js';
import { PostChoice } from '../../posts/post-choice.js';
import { IntakeRecords } from '../../registrations/intake/intake-records.js';
import { IntakeService } from '../../registrations/intake/intake.service.js';
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

/** Stands for the database, and writes down what it is sent. */
class Recorder {
  readonly statements: Statement[] = [];
  private readonly tx = {
    query: (text: string, values: unknown[] = []) => {
      this.statements.push({ text, values });
      return Promise.resolve([{ received_at: new Date(), created_at: new Date() }]);
    },
  } as unknown as EntityManager;

  async transactionAhead<T>(
    posts: readonly string[],
    work: (tx: EntityManager) => Promise<SentAhead<T>>,
  ): Promise<T> {
    await this.tx.query(CONFINE, [posts.join(',')]);
    return (await work(this.tx)).answer;
  }
}

/**
 * The statements of a registration, written down instead of sent: the service's own code makes them, so that the bare
 * driver does exactly the same. Sealing and hashing are done here, before the clock runs.
 */
export async function statementsOf(
  app: INestApplicationContext,
  { key, report }: IntakeRequest,
): Promise<Statement[]> {
  const recorder = new Recorder();
  const of = { strict: false };
  const intake = new IntakeService(
    new Idempotency(app.get(Keyring, of), recorder as unknown as Database),
    app.get(IntakeRecords, of),
    app.get(PostChoice, of),
  );
  const idempotent = { key, scope: 'POST /v1/registrations ', body: report };
  await intake.register({ ...EVERYONE, requestId: newId() }, report, idempotent);
  return recorder.statements;
}
