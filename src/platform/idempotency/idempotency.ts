import { createHmac, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../crypto/keyring.js';
import { open, seal } from '../crypto/sealing.js';
import { type AnswerAhead, Database } from '../database/database.js';
import { violatedConstraint } from '../database/violated-constraint.js';
import { Problem } from '../problems/problem.js';
import type { IdempotentRequest } from './idempotency-key.js';

const CONTEXT = 'idempotent answer';

/** A request as the table knows it, and the key of its answer. */
interface Marks {
  keyIndex: Buffer;
  requestIndex: Buffer;
  answerKey: KeyObject;
}

/** Work whose answer is known before it is done, but for the time of its transaction. */
export interface WorkAhead<Known, Answer> {
  known: Known;
  answer: (known: Known, now: Date) => Answer;
  /** Sends the statements and waits for none. */
  send: (tx: EntityManager) => readonly Promise<unknown>[];
}

/**
 * Does a piece of work once for each idempotency key. The key is stored in the transaction of the work, so the work and
 * its answer exist together or not at all. The answer is sealed under a key derived from the idempotency key, of which
 * only a hash is stored: whoever reads the database cannot read the answers.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly keyring: Keyring,
    private readonly database: Database,
  ) {}

  /**
   * @returns what `work` answered, now or the first time. Requests with one key wait for each other.
   * @throws Problem `idempotency-key-reused` (422) where the key came with another body before
   */
  async once<T>(tx: EntityManager, request: IdempotentRequest, work: () => Promise<T>): Promise<T> {
    const marks = this.marks(request);
    const { keyIndex, requestIndex, answerKey } = marks;
    const [inserted] = await tx.query<unknown[]>(
      `INSERT INTO idempotency_key (key_index, request_index) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING true`,
      [keyIndex, requestIndex],
    );
    if (!inserted) return (await this.stored<T>(tx, marks)).answer;
    const answer = await work();
    await tx.query('UPDATE idempotency_key SET answer_sealed = $2 WHERE key_index = $1', [
      keyIndex,
      seal(answerKey, CONTEXT, answer),
    ]);
    return answer;
  }

  /** {@link once} in a transaction of its own, confined to `posts`: a use case that is done once for each key. */
  transaction<T>(
    posts: readonly string[],
    request: IdempotentRequest,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(posts, (tx) => this.once(tx, request, () => work(tx)));
  }

  /**
   * {@link transaction} for work that needs no answer of the database in between: one round trip
   * with the commit. Where the key was used before, all that was sent fails with it, and the stored answer is read.
   */
  async onceAhead<Known, Answer>(
    posts: readonly string[],
    request: IdempotentRequest,
    work: WorkAhead<Known, Answer>,
  ): Promise<Answer> {
    const marks = this.marks(request);
    try {
      return await this.database.transactionAhead(posts, async (tx) => this.sendAhead(tx, marks, work));
    } catch (error) {
      if (violatedConstraint(error) !== 'idempotency_key_pk') throw error;
      const { answer, createdAt } = await this.database.transaction(posts, (tx) =>
        this.stored<Known>(tx, marks),
      );
      return work.answer(answer, createdAt);
    }
  }

  private sendAhead<Known, Answer>(
    tx: EntityManager,
    { keyIndex, requestIndex, answerKey }: Marks,
    work: WorkAhead<Known, Answer>,
  ): AnswerAhead<Answer> {
    const inserted = tx.query<{ created_at: Date }[]>(
      `INSERT INTO idempotency_key (key_index, request_index, answer_sealed) VALUES ($1, $2, $3) RETURNING created_at`,
      [keyIndex, requestIndex, seal(answerKey, CONTEXT, work.known)],
    );
    const sent = work.send(tx);
    return {
      answer: inserted.then(([row]) => work.answer(work.known, row!.created_at)),
      sent: [inserted, ...sent],
    };
  }

  private marks({ scope, key, body }: IdempotentRequest): Marks {
    const answerKey = this.keyring.keyWith('idempotent-answers', key);
    return {
      keyIndex: this.keyring.blindIndex('idempotency-key', `${scope}\n${key}`),
      requestIndex: createHmac('sha256', answerKey)
        .update(JSON.stringify(body ?? null))
        .digest(),
      answerKey,
    };
  }

  private async stored<T>(
    tx: EntityManager,
    { keyIndex, requestIndex, answerKey }: Marks,
  ): Promise<{ answer: T; createdAt: Date }> {
    const [row] = await tx.query<{ request_index: Buffer; answer_sealed: Buffer; created_at: Date }[]>(
      'SELECT request_index, answer_sealed, created_at FROM idempotency_key WHERE key_index = $1',
      [keyIndex],
    );
    if (!row?.request_index.equals(requestIndex)) throw new Problem('invalid', 'idempotency-key-reused');
    return { answer: open<T>(answerKey, CONTEXT, row.answer_sealed), createdAt: row.created_at };
  }
}
