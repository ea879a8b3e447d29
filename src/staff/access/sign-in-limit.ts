import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Problem } from '../../platform/problems/problem.js';

const WINDOW_MINUTES = 15;
const MOST_FAILURES = 10;

/**
 * Counts failed attempts by what was tried (an account, a reference, a device code), whether it exists or not, for all
 * processes together. Kept outside the caller's transaction: a failure counts even where the rest is rolled back.
 */
@Injectable()
export class SignInLimit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keyring: Keyring,
  ) {}

  /** @throws Problem `too-many-attempts` (429) after ten failures in a quarter of an hour */
  async requireRoom(kind: string, subject: string): Promise<void> {
    const [row] = await this.dataSource.query<unknown[]>(
      `SELECT FROM sign_in_failure WHERE subject_index = $1 AND window_start = ${WINDOW} AND failures >= $2`,
      [this.index(kind, subject), MOST_FAILURES],
    );
    if (row) throw await this.tooMany();
  }

  async countFailure(kind: string, subject: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO sign_in_failure (subject_index, window_start) SELECT $1, ${WINDOW}
       ON CONFLICT (subject_index, window_start) DO UPDATE SET failures = sign_in_failure.failures + 1`,
      [this.index(kind, subject)],
    );
  }

  /**
   * Counts an attempt as a failure before it is made, so that many at once are no more than one after the other.
   * @returns what to call where it did not fail. @throws Problem `too-many-attempts` (429)
   */
  async attempt(kind: string, subject: string, most = MOST_FAILURES): Promise<() => Promise<void>> {
    const index = this.index(kind, subject);
    const [counted] = await this.dataSource.query<{ window: string }[]>(
      `INSERT INTO sign_in_failure (subject_index, window_start) SELECT $1, ${WINDOW}
       ON CONFLICT (subject_index, window_start) DO UPDATE SET failures = sign_in_failure.failures + 1
         WHERE sign_in_failure.failures < $2 RETURNING window_start::text AS window`,
      [index, most],
    );
    if (!counted) throw await this.tooMany();
    return async () => {
      await this.dataSource.query(
        'UPDATE sign_in_failure SET failures = failures - 1 WHERE subject_index = $1 AND window_start = $2 AND failures > 0',
        [index, counted.window],
      );
    };
  }

  private async tooMany(): Promise<Problem> {
    const [row] = await this.dataSource.query<{ wait: number }[]>(
      `SELECT extract(epoch FROM ${WINDOW} + make_interval(mins => $1) - now())::float8 AS wait`,
      [WINDOW_MINUTES],
    );
    return new Problem('too-many', 'too-many-attempts', { retryAfter: Math.max(1, row!.wait) });
  }

  private index(kind: string, subject: string): Buffer {
    return this.keyring.blindIndex(`sign-in ${kind}`, subject);
  }
}

const WINDOW = `date_bin('${WINDOW_MINUTES} minutes', now(), 'epoch')`;
