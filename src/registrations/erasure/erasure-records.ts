import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { CaseLog } from '../case-log.js';
import { REFLECTION_HOURS } from './erasure-status.js';
import { Erasure } from './erasure.entity.js';
import type { RetentionDuty } from './retention-duties.js';
import type { CaseName } from '../case-name.js';

/** Reads and writes wishes to be erased, in the caller's transaction and on record. The registration must be locked. */
@Injectable()
export class ErasureRecords {
  constructor(private readonly log: CaseLog) {}

  /** The latest wish of the person, whatever became of it. */
  async latest(tx: EntityManager, registrationId: string): Promise<Erasure | undefined> {
    const [latest] = await tx.find(Erasure, {
      where: { registrationId },
      order: { askedAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    return latest;
  }

  async ask(tx: EntityManager, caller: Caller, registration: CaseName): Promise<void> {
    const { id, postId } = registration;
    await tx.query(
      "INSERT INTO erasure (id, registration_id, post_id, status) VALUES ($1, $2, $3, 'asked')",
      [newId(), id, postId],
    );
    await this.log.record(tx, caller, registration, 'registration.erasure-asked');
  }

  async confirm(
    tx: EntityManager,
    caller: Caller,
    registration: CaseName,
    id: string,
    duty: RetentionDuty | null,
  ): Promise<void> {
    await tx.query(
      `UPDATE erasure SET status = 'confirmed', confirmed_at = now(), kept_because = $2, kept_until = $3,
         due_at = greatest($3, now() + interval '${REFLECTION_HOURS} hours'), version = version + 1 WHERE id = $1`,
      [id, duty?.because ?? null, duty?.until ?? null],
    );
    await this.log.record(tx, caller, registration, 'registration.erasure-confirmed');
  }

  /** A duty came up or lasts longer than was known. */
  async postpone(tx: EntityManager, caller: Caller, registration: CaseName, id: string, duty: RetentionDuty) {
    await tx.query(
      'UPDATE erasure SET kept_because = $2, kept_until = $3, due_at = $3, version = version + 1 WHERE id = $1',
      [id, duty.because, duty.until],
    );
    await this.log.record(tx, caller, registration, 'registration.erasure-postponed', {
      because: duty.because,
    });
  }

  async end(tx: EntityManager, caller: Caller, registration: CaseName, id: string, as: 'cancelled' | 'done') {
    await tx.query('UPDATE erasure SET status = $2, ended_at = now(), version = version + 1 WHERE id = $1', [
      id,
      as,
    ]);
    if (as === 'cancelled') await this.log.record(tx, caller, registration, 'registration.erasure-cancelled');
  }
}
