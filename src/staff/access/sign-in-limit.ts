import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Problem } from '../../platform/problems/problem.js';

const WINDOW_MINUTES = 15;
const MOST_FAILURES = 10;
/** Hexadecimal digits of a subject's hash that the log shows. */
const SHOWN = 16;
const WRONG: ReadonlySet<string> = new Set(['wrong-credentials', 'credentials-unknown']);

/**
 * Counts failed attempts by what was tried (an account, a reference, a device code), whether it exists or not, for all
 * processes together. Kept outside the caller's transaction: a failure counts even where the rest is rolled back.
 */
@Injectable()
export class SignInLimit {
  private readonly logger = new Logger('SignIn');

  constructor(
    private readonly dataSource: DataSource,
    private readonly keyring: Keyring,
  ) {}

  /**
   * An attempt at credentials that {@link attempt} counts, unless it did not fail at them.
   * @param work throws a Problem `wrong-credentials` or `credentials-unknown` where nobody has them
   * @throws Problem `too-many-attempts` (429), and whatever `work` throws
   */
  async guess<T>(kind: string, subject: string, work: () => Promise<T>): Promise<T> {
    const forgive = await this.attempt(kind, subject);
    try {
      const answer = await work();
      await forgive();
      return answer;
    } catch (error) {
      if (error instanceof Problem && WRONG.has(error.code)) this.tell(kind, subject);
      else await forgive();
      throw error;
    }
  }

  /**
   * Counts an attempt as a failure before it is made, so that many at once are no more than one after the other.
   * @returns what to call where it did not fail.
   * @throws Problem `too-many-attempts` (429) after ten failures in a quarter of an hour
   */
  async attempt(kind: string, subject: string, most = MOST_FAILURES): Promise<() => Promise<void>> {
    const index = this.index(kind, subject);
    const [counted] = await this.dataSource.query<{ window: string }[]>(
      `INSERT INTO sign_in_failure (subject_index, window_start) SELECT $1, ${WINDOW}
       ON CONFLICT (subject_index, window_start) DO UPDATE SET failures = sign_in_failure.failures + 1
         WHERE sign_in_failure.failures < $2 RETURNING window_start::text AS window`,
      [index, most],
    );
    if (!counted) {
      this.tell(kind, subject, 'too many attempts');
      throw await this.tooMany();
    }
    return async () => {
      await this.dataSource.query(
        'UPDATE sign_in_failure SET failures = failures - 1 WHERE subject_index = $1 AND window_start = $2 AND failures > 0',
        [index, counted.window],
      );
    };
  }

  /** Puts on the log that an attempt failed: at which of them is a keyed hash, so that many at one are seen and none is named. */
  tell(kind: string, subject: string, what = 'wrong credentials'): void {
    this.logger.log({ kind, subject: this.index(kind, subject).toString('hex').slice(0, SHOWN) }, what);
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
