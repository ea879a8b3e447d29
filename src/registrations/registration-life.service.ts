import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { Topics } from '../platform/jobs/topics.js';
import { Problem } from '../platform/problems/problem.js';
import { CaseLog } from './case-log.js';
import { PeopleService } from './people.service.js';
import { isOpen, mayBecome, type RegistrationStatus } from './registration-status.js';
import type { Registration } from './registration.entity.js';
import { REGISTRATION_DEPARTED, REGISTRATION_TRANSFERRED } from './registration.topics.js';

/** What later stages are told when a case is over here: they give back what they hold for the person. */
const TOLD = { departed: REGISTRATION_DEPARTED, transferred: REGISTRATION_TRANSFERRED };

/** How later stages move a registration along and make sure that it is still open. */
@Injectable()
export class RegistrationLife {
  constructor(
    private readonly people: PeopleService,
    private readonly log: CaseLog,
    private readonly topics: Topics,
  ) {}

  /** The registration, locked, provided the person is still to be helped. @throws Problem `not-found`, `not-open` (409) */
  async requireOpen(tx: EntityManager, registrationId: string): Promise<Registration> {
    const registration = await this.people.registrationForChange(tx, registrationId);
    if (!isOpen(registration.status)) throw new Problem('conflict', 'not-open');
    return registration;
  }

  /** Marks that work on the case has begun. Safe to repeat. */
  async activate(tx: EntityManager, registrationId: string): Promise<void> {
    await tx.query(
      "UPDATE registration SET status = 'active', version = version + 1 WHERE id = $1 AND status = 'received'",
      [registrationId],
    );
  }

  /** Ends a case whose person is helped under another one; of one that was withdrawn its time runs already. */
  async markMerged(tx: EntityManager, registrationId: string): Promise<void> {
    await tx.query(
      "UPDATE registration SET status = 'merged', closed_at = coalesce(closed_at, now()), version = version + 1 WHERE id = $1",
      [registrationId],
    );
  }

  /** Takes a merged case up again exactly where it stood. @param status which it had */
  async unmerge(tx: EntityManager, registrationId: string, status: RegistrationStatus): Promise<void> {
    await tx.query(
      `UPDATE registration SET status = $2, closed_at = CASE WHEN $3 THEN NULL ELSE closed_at END, version = version + 1
       WHERE id = $1`,
      [registrationId, status, isOpen(status)],
    );
  }

  /** Closes a case that is over here: `departed` home, or `transferred` to the embassy of another country. @throws Problem `not-found`, `not-open` (409) */
  async closeAs(
    tx: EntityManager,
    caller: Caller,
    registrationId: string,
    as: keyof typeof TOLD,
  ): Promise<void> {
    const { id, postId, status } = await this.people.registrationForChange(tx, registrationId);
    if (!mayBecome(status, 'closed')) throw new Problem('conflict', 'not-open');
    await tx.query(
      `UPDATE registration SET status = 'closed', closed_as = $2, closed_at = now(), version = version + 1 WHERE id = $1`,
      [id, as],
    );
    await this.log.record(tx, caller, { id, postId }, 'registration.closed', { as });
    const { requestId } = caller;
    await this.topics.publish(tx, TOLD[as], { postId, requestId, registrationId: id });
  }
}
