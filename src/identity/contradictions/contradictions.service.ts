import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { calendarDay } from '../../platform/clock/calendar-day.js';
import { Clock } from '../../platform/clock/clock.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import { lockNamed } from '../../platform/database/lock-named.js';
import { oneRow } from '../../platform/database/one-row.js';
import { newId } from '../../platform/ids.js';
import { Problem } from '../../platform/problems/problem.js';
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

/** As often as somebody is told in a day that a number belongs to another case: a bad day of reports that were sent twice, and no list of numbers. */
const MOST_OF_OTHERS = 40;

/** Parameter: account. */
const OF_OTHERS_SQL = `
  SELECT count(*)::integer AS told, extract(epoch FROM min(e.recorded_at) + interval '24 hours' - now())::float8 AS wait
  FROM identity_contradiction c JOIN identity_evidence e ON e.id = c.evidence_id
  WHERE c.code = 'document-of-another-case' AND e.recorded_by = $1 AND e.recorded_at > now() - interval '24 hours'`;

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

  /**
   * Whoever typed numbers under any case would find out which of a whole list are registered, beside the limit of searches.
   * @throws Problem `too-many-searches` (429), whatever the number is
   */
  async requireFewOfOthers(tx: EntityManager, { id }: Caller): Promise<void> {
    await lockNamed(tx, `numbers of others ${id}`);
    const { told, wait } = await oneRow<{ told: number; wait: number }>(tx, OF_OTHERS_SQL, [id]);
    if (told >= MOST_OF_OTHERS)
      throw new Problem('too-many', 'too-many-searches', { retryAfter: Math.max(1, wait) });
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
