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
    const [row] = await this.dataSource.query<{ wait: number }[]>(
      `SELECT extract(epoch FROM window_start + make_interval(mins => $2) - now())::float8 AS wait FROM sign_in_failure
       WHERE subject_index = $1 AND window_start = ${WINDOW} AND failures >= $3`,
      [this.index(kind, subject), WINDOW_MINUTES, MOST_FAILURES],
    );
    if (row) throw new Problem('too-many', 'too-many-attempts', { retryAfter: Math.max(1, row.wait) });
  }

  async countFailure(kind: string, subject: string): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO sign_in_failure (subject_index, window_start) SELECT $1, ${WINDOW}
       ON CONFLICT (subject_index, window_start) DO UPDATE SET failures = sign_in_failure.failures + 1`,
      [this.index(kind, subject)],
    );
  }

  private index(kind: string, subject: string): Buffer {
    return this.keyring.blindIndex(`sign-in ${kind}`, subject);
  }
}

const WINDOW = `date_bin('${WINDOW_MINUTES} minutes', now(), 'epoch')`;
