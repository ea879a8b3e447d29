import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { committed } from './after-commit.js';
import { sqlState } from './violated-constraint.js';

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const ATTEMPTS = 4;
/** Confines a transaction to posts, whose ids follow each other with commas. */
export const CONFINE = "SELECT set_config('pulang.posts', $1, true)";

/** An answer, and the statements that are on their way to the database. */
export interface SentAhead<T> {
  answer: T | Promise<T>;
  sent: readonly Promise<unknown>[];
}

/** The same where the answer is what one of them will say. */
export interface AnswerAhead<T> extends SentAhead<T> {
  answer: Promise<T>;
}

/** What fails is heard when it is waited for, after the commit. */
function heardLater<T>(statement: T): T {
  Promise.resolve(statement).catch(() => undefined);
  return statement;
}

/** Transactions confined to posts. Every use case that touches a person's data runs inside one. */
@Injectable()
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction that sees and writes only rows of `posts` (row-level security, `SET LOCAL`).
   * A transaction that the database gave up because of a deadlock is run again, so `work` must do nothing outside it.
   */
  transaction<T>(posts: readonly string[], work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.transactionAhead(posts, async (tx) => ({ answer: await work(tx), sent: [] }));
  }

  /**
   * The same for work whose last statements need not be waited for one by one: they and the commit go out together, one
   * round trip instead of two. PostgreSQL makes a rollback of the commit where one of them failed, and so do we: the
   * failure is thrown, and the answer is told only when all of it is true.
   */
  async transactionAhead<T>(
    posts: readonly string[],
    work: (tx: EntityManager) => Promise<SentAhead<T>>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        const { runner, confined, ahead } = await this.dataSource.transaction(async (tx) => {
          const runner = tx.queryRunner!;
          // sent first and not waited for: on one connection statements are run in the order in which they are sent
          const confined = heardLater(runner.query(CONFINE, [posts.join(',')]));
          const ahead = await work(tx).catch(async (failure: unknown) => {
            await confined;
            throw failure;
          });
          [ahead.answer, ...ahead.sent].forEach(heardLater);
          return { runner, confined, ahead };
        });
        // the first that failed is thrown: those after it failed because of it
        await confined;
        const [told] = await Promise.all([ahead.answer, ...ahead.sent]);
        committed(runner);
        return told;
      } catch (error) {
        const state = sqlState(error);
        if ((state !== DEADLOCK && state !== SERIALIZATION) || attempt === ATTEMPTS) throw error;
      }
    }
  }
}
