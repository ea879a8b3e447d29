import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SecondFactorState } from '../../platform/auth/caller.js';
import { Problem } from '../../platform/problems/problem.js';

/** What a session knows of how surely its holder is who they say. */
@Injectable()
export class SessionProof {
  /** Its holder has just proved again that it is them. */
  async confirm(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query('UPDATE session SET confirmed_at = now() WHERE id = $1', [sessionId]);
  }

  /** @throws Problem `not-signed-in` (401) where it has been ended meanwhile */
  async requireOpen(tx: EntityManager, sessionId: string): Promise<void> {
    const open = await tx.query<unknown[]>('SELECT FROM session WHERE id = $1 AND ended_at IS NULL', [
      sessionId,
    ]);
    if (open.length === 0) throw new Problem('unauthenticated', 'not-signed-in');
  }

  /** Its holder has chosen their own password. */
  async passwordChosen(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.query('UPDATE session SET password_owed = false WHERE id = $1', [sessionId]);
  }

  /** Whether it stands on a second factor from now on. */
  async standOn(tx: EntityManager, sessionId: string, state: SecondFactorState): Promise<void> {
    await tx.query('UPDATE session SET second_factor = $2 WHERE id = $1', [sessionId, state]);
  }

  /** Ends every other session of an account: whoever has one may not be its holder. */
  async endOthers(tx: EntityManager, subjectId: string, sessionId: string): Promise<void> {
    await tx.query(
      `UPDATE session SET ended_at = now(), refresh_index = NULL
       WHERE subject_id = $1 AND id <> $2 AND ended_at IS NULL`,
      [subjectId, sessionId],
    );
  }
}
