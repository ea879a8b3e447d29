import { createHmac, createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Keyring } from '../crypto/keyring.js';
import { open, seal } from '../crypto/sealing.js';
import type { SentAhead } from '../database/database.js';
import { Problem } from '../problems/problem.js';
import type { IdempotentRequest } from './idempotency-key.js';

const CONTEXT = 'idempotent answer';

/**
 * Does a piece of work once for each idempotency key. The key is stored in the transaction of the work, so the work and
 * its answer exist together or not at all. The answer is sealed under a key derived from the idempotency key, of which
 * only a hash is stored: whoever reads the database cannot read the answers.
 */
@Injectable()
export class Idempotency {
  constructor(private readonly keyring: Keyring) {}

  /**
   * @returns what `work` answered, now or the first time. Requests with one key wait for each other.
   * @throws Problem `idempotency-key-reused` (422) where the key came with another body before
   */
  async once<T>(tx: EntityManager, request: IdempotentRequest, work: () => Promise<T>): Promise<T> {
    const { answer, sent } = await this.onceAhead(tx, request, async () => ({
      answer: await work(),
      sent: [],
    }));
    await Promise.all(sent);
    return answer;
  }

  /**
   * {@link once} for work that knows its answer before its statements are done (`Database.transactionAhead`).
   * @param work is told the transaction's time
   */
  async onceAhead<T>(
    tx: EntityManager,
    request: IdempotentRequest,
    work: (now: Date) => SentAhead<T> | Promise<SentAhead<T>>,
  ): Promise<SentAhead<T>> {
    const keyIndex = this.keyring.blindIndex('idempotency-key', `${request.scope}\n${request.key}`);
    const answerKey = this.keyring.keyWith('idempotent-answers', request.key);
    const bodyIndex = createHmac('sha256', createSecretKey(answerKey))
      .update(JSON.stringify(request.body ?? null))
      .digest();
    const [inserted] = await tx.query<{ created_at: Date }[]>(
      `INSERT INTO idempotency_key (key_index, request_index) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING created_at`,
      [keyIndex, bodyIndex],
    );
    if (!inserted)
      return { answer: await this.storedAnswer<T>(tx, keyIndex, bodyIndex, answerKey), sent: [] };
    const { answer, sent } = await work(inserted.created_at);
    const kept = tx.query('UPDATE idempotency_key SET answer_sealed = $2 WHERE key_index = $1', [
      keyIndex,
      seal(answerKey, CONTEXT, answer),
    ]);
    return { answer, sent: [...sent, kept] };
  }

  private async storedAnswer<T>(
    tx: EntityManager,
    keyIndex: Buffer,
    bodyIndex: Buffer,
    answerKey: Buffer,
  ): Promise<T> {
    const [stored] = await tx.query<{ request_index: Buffer; answer_sealed: Buffer }[]>(
      'SELECT request_index, answer_sealed FROM idempotency_key WHERE key_index = $1',
      [keyIndex],
    );
    if (!stored?.request_index.equals(bodyIndex)) throw new Problem('invalid', 'idempotency-key-reused');
    return open<T>(answerKey, CONTEXT, stored.answer_sealed);
  }
}
