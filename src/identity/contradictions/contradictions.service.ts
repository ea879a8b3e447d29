import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { calendarDay } from '../../platform/clock/calendar-day.js';
import { Clock } from '../../platform/clock/clock.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { newId } from '../../platform/ids.js';
import { PostsService } from '../../posts/posts.service.js';
import { PEOPLE_WITH_DOCUMENT } from '../../registrations/further-documents.js';
import { PeopleService } from '../../registrations/people.service.js';
import { personIndexes } from '../../registrations/person-index.js';
import type { Registration } from '../../registrations/registration.entity.js';
import { contradictions, type Facts, passportNumbersOf } from './compare-facts.js';
import type { ContradictionCode } from './contradiction-codes.js';

/** Whoever told the number under a case that has been merged is helped under the one that is kept. Parameters: number, own case. */
const ANOTHER_CASE_SQL = `
  WITH RECURSIVE told AS (
    SELECT id, status FROM registration WHERE person_id IN (${PEOPLE_WITH_DOCUMENT})
    UNION
    SELECT kept.id, kept.status FROM told JOIN registration_merge m ON m.merged_id = told.id AND m.undone_at IS NULL
    JOIN registration kept ON kept.id = m.kept_id
  )
  SELECT FROM told WHERE id <> $2 AND status IN ('received', 'active') LIMIT 1`;

/** Holds what evidence says against what is on record, in the caller's transaction. */
@Injectable()
export class Contradictions {
  constructor(
    private readonly people: PeopleService,
    private readonly posts: PostsService,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {}

  /** The day at the post, `YYYY-MM-DD`. */
  async today(postId: string): Promise<string> {
    const { timeZone } = await this.posts.byId(postId);
    return calendarDay(this.clock.now(), timeZone);
  }

  /** What of these facts is said otherwise on record, or belongs to somebody else. */
  async find(tx: EntityManager, registration: Registration, facts: Facts): Promise<ContradictionCode[]> {
    const { person, postId } = registration;
    const post = await this.posts.byId(postId);
    const identity = this.people.identity(person);
    const reported = { ...identity, passportNumbers: passportNumbersOf(identity), sex: person.sex };
    const found = contradictions(facts, reported, {
      today: await this.today(postId),
      country: post.sendingCountry,
    });
    for (const number of [facts.passportNumber, facts.nationalId, facts.documentNumber])
      if (number !== undefined && (await this.isOfAnother(tx, registration.id, number)))
        return [...found, 'document-of-another-case'];
    return found;
  }

  /**
   * Writes them down; each stands in the way of `verified` until somebody resolves it.
   * @returns how many were not on record yet
   */
  async raise(
    tx: EntityManager,
    { id, postId }: Registration,
    evidenceId: string,
    codes: readonly ContradictionCode[],
  ): Promise<number> {
    let raised = 0;
    for (const code of codes) {
      const written = await tx.query<unknown[]>(
        `INSERT INTO identity_contradiction (id, post_id, registration_id, evidence_id, code)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT ON CONSTRAINT identity_contradiction_once DO NOTHING RETURNING id`,
        [newId(), postId, id, evidenceId, code],
      );
      raised += written.length;
    }
    return raised;
  }

  private async isOfAnother(tx: EntityManager, registrationId: string, number: string): Promise<boolean> {
    const index = personIndexes(this.keyring).document(number);
    return (await tx.query<unknown[]>(ANOTHER_CASE_SQL, [index, registrationId])).length > 0;
  }
}
