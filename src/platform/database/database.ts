import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { committed } from './after-commit.js';
import { sqlState } from './violated-constraint.js';

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const ATTEMPTS = 4;
const CONFINE = "SELECT set_config('pulang.posts', $1, true)";

/** Transactions confined to posts. Every use case that touches a person's data runs inside one. */
@Injectable()
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction that sees and writes only rows of `posts` (row-level security, `SET LOCAL`).
   * A transaction that the database gave up because of a deadlock is run again, so `work` must do nothing outside it.
   */
  async transaction<T>(posts: readonly string[], work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        let runner: QueryRunner | undefined;
        const result = await this.dataSource.transaction(async (tx) => {
          runner = tx.queryRunner;
          // sent first and not waited for: on one connection statements are run in the order in which they are sent
          const confined = tx.queryRunner!.query(CONFINE, [posts.join(',')]);
          const [answer] = await Promise.all([work(tx), confined]);
          return answer;
        });
        committed(runner!);
        return result;
      } catch (error) {
        const state = sqlState(error);
        if ((state !== DEADLOCK && state !== SERIALIZATION) || attempt === ATTEMPTS) throw error;
      }
    }
  }
}
