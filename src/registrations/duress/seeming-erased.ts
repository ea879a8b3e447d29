import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { SessionsService } from '../../staff/access/sessions.service.js';
import { PeopleService } from '../people.service.js';
import { DuressFlagRecords } from './duress-flag-records.js';

/** Whose erasure, confirmed under duress, would be carried out by now. Parameters: post, how many. */
export const SEEMINGLY_DUE = `SELECT registration_id AS id FROM pretended_view
  WHERE post_id = $1 AND erasure_due_at <= now() ORDER BY erasure_due_at LIMIT $2`;

const CLOSE_WORD = `UPDATE registration SET help_word_closed_at = coalesce(help_word_closed_at, now())
  WHERE id = $1 AND help_word_index IS NOT NULL`;

/**
 * When a pretended erasure would be carried out: from then on the help word answers as for somebody who was erased, and every
 * session that it opened ends. The person is not erased; their code goes on opening the true registration.
 */
@Injectable()
export class SeemingErased {
  constructor(
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly flags: DuressFlagRecords,
  ) {}

  /** All cases of the person, as a true erasure takes all of them. The registration must be locked. Safe to repeat. */
  async carryOut(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    const [due] = await tx.query<object[]>(
      'SELECT FROM pretended_view WHERE registration_id = $1 AND erasure_due_at <= now()',
      [registrationId],
    );
    if (!due) return;
    const { personId } = await this.people.registration(tx, registrationId);
    const cases = await tx.query<{ id: string }[]>(
      'SELECT id FROM registration WHERE person_id = $1 ORDER BY id FOR UPDATE',
      [personId],
    );
    for (const { id } of cases) {
      await tx.query(CLOSE_WORD, [id]);
      await tx.query('DELETE FROM pretended_view WHERE registration_id = $1', [id]);
      await this.sessions.endForcedOf(tx, id);
    }
    await this.flags.tried(
      tx,
      caller,
      { id: registrationId, postId: onlyPost(caller) },
      'erasure-seemed-done',
    );
  }
}
