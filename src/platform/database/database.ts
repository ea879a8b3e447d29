import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { sqlState } from './violated-constraint.js';

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const ATTEMPTS = 4;

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
        return await this.dataSource.transaction(async (tx) => {
          await tx.query("SELECT set_config('pulang.posts', $1, true)", [posts.join(',')]);
          return work(tx);
        });
      } catch (error) {
        const state = sqlState(error);
        if ((state !== DEADLOCK && state !== SERIALIZATION) || attempt === ATTEMPTS) throw error;
      }
    }
  }
}
