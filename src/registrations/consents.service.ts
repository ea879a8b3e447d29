import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { CaseLog } from './case-log.js';
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  type ConsentRecipient,
  RECIPIENT_OF,
} from './consent-purposes.js';
import type { CaseName } from './case-name.js';

/*
 * The time is that of the statement, not of the transaction's start: transactions wait for each other on the registration's
 * lock, and an answer that was given later must never look earlier.
 */
const ANSWER_SQL = `
  INSERT INTO consent (registration_id, post_id, purpose, recipient, given, at)
  VALUES ($1, $2, $3, $4, $5, clock_timestamp())`;

const CURRENT_SQL = `
  SELECT purpose FROM (SELECT DISTINCT ON (purpose, recipient) purpose, given FROM consent WHERE registration_id = $1
    ORDER BY purpose, recipient, at DESC) latest WHERE given ORDER BY purpose`;

const GIVEN_SQL = `
  SELECT given FROM consent WHERE registration_id = $1 AND purpose = $2 AND recipient = $3 ORDER BY at DESC LIMIT 1`;

const HISTORY_SQL = `
  SELECT purpose, recipient, given, at FROM consent WHERE registration_id = $1 ORDER BY at DESC, purpose`;

/** One answer that a person once gave. */
export interface ConsentAnswer {
  purpose: ConsentPurpose;
  recipient: ConsentRecipient;
  given: boolean;
  at: Date;
}

/** What a person agreed to. The latest answer for a purpose counts; no answer is ever changed or taken away. */
@Injectable()
export class ConsentsService {
  constructor(private readonly log: CaseLog) {}

  /** Whether the person agrees at present that the purpose's recipient hears of them. */
  async given(tx: EntityManager, registrationId: string, purpose: ConsentPurpose): Promise<boolean> {
    const asked = [registrationId, purpose, RECIPIENT_OF[purpose]];
    const [latest] = await tx.query<{ given: boolean }[]>(GIVEN_SQL, asked);
    return latest?.given ?? false;
  }

  /** Every answer that the person ever gave, the latest first. */
  history(tx: EntityManager, registrationId: string): Promise<ConsentAnswer[]> {
    return tx.query<ConsentAnswer[]>(HISTORY_SQL, [registrationId]);
  }

  /** What the person agrees to at present. */
  async current(tx: EntityManager, registrationId: string): Promise<ConsentPurpose[]> {
    const rows = await tx.query<{ purpose: ConsentPurpose }[]>(CURRENT_SQL, [registrationId]);
    return rows.map(({ purpose }) => purpose);
  }

  /** Records that the person, who is there, agrees now. On record with the officer who asked. The registration must be locked. */
  agree(tx: EntityManager, caller: Caller, registration: CaseName, purpose: ConsentPurpose): Promise<void> {
    return this.answer(tx, caller, registration, purpose, true);
  }

  /**
   * Records the person's answers: these purposes and no others. The registration must be locked.
   * @returns whether any answer is another than before
   */
  async change(
    tx: EntityManager,
    caller: Caller,
    registration: CaseName,
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
    { id, postId }: CaseName,
    purpose: ConsentPurpose,
    given: boolean,
  ): Promise<void> {
    const recipient = RECIPIENT_OF[purpose];
    await tx.query(ANSWER_SQL, [id, postId, purpose, recipient, given]);
    await this.log.record(
      tx,
      caller,
      { id, postId },
      given ? 'registration.consent-given' : 'registration.consent-lifted',
      { purpose, recipient },
    );
  }
}
