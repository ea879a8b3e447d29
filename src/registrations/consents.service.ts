import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log.js';
import type { Caller } from '../platform/auth/caller.js';
import { CONSENT_PURPOSES, type ConsentPurpose } from './consent-purposes.js';

type Case = { id: string; postId: string };

/*
 * The time is that of the statement, not of the transaction's start: transactions wait for each other on the registration's
 * lock, and an answer that was given later must never look earlier.
 */
const ANSWER_SQL = `
  INSERT INTO consent (registration_id, post_id, purpose, given, at) VALUES ($1, $2, $3, $4, clock_timestamp())`;

const CURRENT_SQL = `
  SELECT purpose FROM (SELECT DISTINCT ON (purpose) purpose, given FROM consent WHERE registration_id = $1
    ORDER BY purpose, at DESC) latest WHERE given ORDER BY purpose`;

/** What a person agreed to. The latest answer for a purpose counts; no answer is ever changed or taken away. */
@Injectable()
export class ConsentsService {
  constructor(private readonly audit: AuditLog) {}

  /** Whether the person agrees to this purpose at present. */
  async given(tx: EntityManager, registrationId: string, purpose: ConsentPurpose): Promise<boolean> {
    return (await this.current(tx, registrationId)).includes(purpose);
  }

  /** What the person agrees to at present. */
  async current(tx: EntityManager, registrationId: string): Promise<ConsentPurpose[]> {
    const rows = await tx.query<{ purpose: ConsentPurpose }[]>(CURRENT_SQL, [registrationId]);
    return rows.map(({ purpose }) => purpose);
  }

  /** Records that the person, who is there, agrees now. On record with the officer who asked. The registration must be locked. */
  agree(tx: EntityManager, caller: Caller, registration: Case, purpose: ConsentPurpose): Promise<void> {
    return this.answer(tx, caller, registration, purpose, true);
  }

  /**
   * Records the person's answers: these purposes and no others. The registration must be locked.
   * @returns whether any answer is another than before
   */
  async change(
    tx: EntityManager,
    caller: Caller,
    registration: Case,
    purposes: readonly ConsentPurpose[],
  ): Promise<boolean> {
    const before = await this.current(tx, registration.id);
    const changed = CONSENT_PURPOSES.filter(
      (purpose) => before.includes(purpose) !== purposes.includes(purpose),
    );
    for (const purpose of changed)
      await this.answer(tx, caller, registration, purpose, purposes.includes(purpose));
    return changed.length > 0;
  }

  private async answer(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: Case,
    purpose: ConsentPurpose,
    given: boolean,
  ): Promise<void> {
    await tx.query(ANSWER_SQL, [id, postId, purpose, given]);
    await this.audit.record(tx, caller, {
      action: given ? 'registration.consent-given' : 'registration.consent-lifted',
      subject: { kind: 'registration', id },
      postId,
      detail: { purpose },
    });
  }
}
