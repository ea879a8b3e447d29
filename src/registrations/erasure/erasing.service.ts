import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Topics } from '../../platform/jobs/topics.js';
import { SessionsService } from '../../staff/access/sessions.service.js';
import { CaseLog } from '../case-log.js';
import { LAPSE_ALL_SQL } from '../disclosure/second-person/second-person.sql.js';
import { PeopleService } from '../people.service.js';
import { isOpen } from '../registration-status.js';
import { REGISTRATION_ERASED, REGISTRATION_WITHDRAWN } from '../registration.topics.js';

/*
 * What remains is what counts need: sex, year, province, when and how far. Whatever is sealed under the key, here and in every
 * later stage and backup, is unreadable from now on.
 */
const ERASE_PERSON = `
  UPDATE person SET wrapped_key = NULL, identity_sealed = NULL, contact_sealed = NULL, location_sealed = NULL,
    home_sealed = NULL, adult_sealed = NULL, name_index = NULL, document_index = NULL, phone_index = NULL WHERE id = $1`;

const ERASE_CASE = `
  UPDATE registration SET needs = '{}', access_secret_index = $2, access_code_index = $3, help_word_index = NULL, help_word_closed_at = NULL,
    group_id = NULL, guardian_id = NULL, status = CASE WHEN status IN ('received', 'active') THEN 'withdrawn' ELSE status END,
    closed_at = coalesce(closed_at, now()), erased_at = now(), version = version + 1 WHERE id = $1`;

/** Erases a person: the key with which everything about them was sealed, and every trace by which they could be found. */
@Injectable()
export class ErasingService {
  constructor(
    private readonly people: PeopleService,
    private readonly sessions: SessionsService,
    private readonly topics: Topics,
    private readonly log: CaseLog,
  ) {}

  /** All cases of the person, in the caller's transaction. Safe to repeat. @param why `asked` by the person, or `retention` */
  async erase(
    tx: EntityManager,
    caller: Caller,
    registrationId: string,
    why: 'asked' | 'retention',
  ): Promise<void> {
    const { person } = await this.people.registrationForChange(tx, registrationId);
    if (person.wrappedKey === null) return;
    const cases = await tx.query<{ id: string; post_id: string; status: 'received' }[]>(
      'SELECT id, post_id, status FROM registration WHERE person_id = $1 ORDER BY id FOR UPDATE',
      [person.id],
    );
    for (const { id, post_id: postId, status } of cases) {
      await tx.query('UPDATE registration SET guardian_id = NULL WHERE guardian_id = $1', [id]);
      await tx.query(ERASE_CASE, [id, randomBytes(16), randomBytes(16)]);
      await tx.query('DELETE FROM pretended_view WHERE registration_id = $1', [id]);
      await tx.query(LAPSE_ALL_SQL, [id]);
      await this.sessions.endAllOf(tx, id);
      const announcement = { postId, requestId: caller.requestId, registrationId: id };
      if (isOpen(status)) await this.topics.publish(tx, REGISTRATION_WITHDRAWN, announcement);
      await this.topics.publish(tx, REGISTRATION_ERASED, announcement);
      await this.log.record(tx, caller, { id, postId }, 'registration.erased', { why });
    }
    await tx.query(ERASE_PERSON, [person.id]);
  }
}
