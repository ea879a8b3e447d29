import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { committed } from './after-commit.js';
import { sqlState } from './violated-constraint.js';

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const ATTEMPTS = 4;
const CONFINE = "SELECT set_config('pulang.posts', $1, true)";

/** An answer that is known before the database has said anything, and the statements that are on their way to it. */
export interface SentAhead<T> {
  answer: T;
  sent: readonly Promise<unknown>[];
}

/** The same where the answer too is what one of these statements says. */
export interface AnswerAhead<T> {
  answer: Promise<T>;
  sent: readonly Promise<unknown>[];
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
    work: (tx: EntityManager) => Promise<SentAhead<T> | AnswerAhead<T>>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        let runner: QueryRunner | undefined;
        const { answer, sent }: { answer: T | Promise<T>; sent: readonly Promise<unknown>[] } =
          await this.dataSource.transaction(async (tx) => {
            runner = tx.queryRunner;
            // sent first and not waited for: on one connection statements are run in the order in which they are sent
            const confined = tx.queryRunner!.query(CONFINE, [posts.join(',')]);
            const [ahead] = await Promise.all([work(tx), confined]);
            // what fails is heard below, after the commit
            for (const statement of [ahead.answer, ...ahead.sent])
              Promise.resolve(statement).catch(() => undefined);
            return ahead;
          });
        const [told] = await Promise.all([answer, ...sent]);
        committed(runner!);
        return told;
      } catch (error) {
        const state = sqlState(error);
        if ((state !== DEADLOCK && state !== SERIALIZATION) || attempt === ATTEMPTS) throw error;
      }
    }
  }
}
