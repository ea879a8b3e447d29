import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { lockNamed } from '../../platform/database/lock-named.js';
import { oneRow } from '../../platform/database/one-row.js';
import { Problem } from '../../platform/problems/problem.js';

interface Opened {
  id: string;
  postId: string;
}

/** Masked cases and searches for each person whose details one may see in a day: names are misspelt, and some are not who was looked for. */
export const MASKED_FOR_EACH = 3;

/** Parameters: account, kind, registrations, their posts. */
const OPEN = `
  INSERT INTO daily_opening (account_id, kind, registration_id, post_id)
  SELECT $1, $2, id, post_id FROM unnest($3::uuid[], $4::uuid[]) AS opened (id, post_id)
  ON CONFLICT (account_id, kind, registration_id) DO NOTHING RETURNING 1`;
/** Whoever was opened a day ago is opened anew. Parameters: account, kind. */
const FORGET =
  "DELETE FROM daily_opening WHERE account_id = $1 AND kind = $2 AND opened_at <= now() - interval '24 hours'";
/** Parameters: account, kind. */
const COUNT = 'SELECT number, wait FROM daily_openings($1, $2)';

/** What is counted, how much there may be of it, and what it is called where there is too much. */
const CASES = {
  kind: 'case',
  most: ({ CASES_A_DAY }: Environment) => CASES_A_DAY,
  tooMany: (retryAfter: number) => new Problem('too-many', 'too-many-cases', { retryAfter }),
  reached: 'staff.cases-limit-reached',
  counts: 'cases',
} as const;
const DOCUMENTS = {
  kind: 'document',
  most: ({ DOCUMENTS_A_DAY }: Environment) => DOCUMENTS_A_DAY,
  tooMany: (retryAfter: number) => new Problem('too-many', 'too-many-documents', { retryAfter }),
  reached: 'staff.documents-limit-reached',
  counts: 'documents',
} as const;
/** Masked: an approver reads those of a surge day, anybody else as many as they may search for. */
const READINGS = {
  kind: 'masked-case',
  most: ({ CASES_A_DAY, DOCUMENTS_A_DAY }: Environment, { role }: Caller) =>
    role === 'approver' ? DOCUMENTS_A_DAY : MASKED_FOR_EACH * CASES_A_DAY,
  tooMany: (retryAfter: number) => new Problem('too-many', 'too-many-readings', { retryAfter }),
  reached: 'staff.readings-limit-reached',
  counts: 'readings',
} as const;
type Limit = typeof CASES | typeof DOCUMENTS | typeof READINGS;

/** How many people's details a member of staff may be shown within 24 hours: enough for a long day's work, no more. */
@Injectable()
export class OpenedCases {
  constructor(
    private readonly environment: Environment,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Counts cases whose details the caller is about to be shown, each once within 24 hours. Whoever reaches the limit is on record.
   * Joins the caller's transaction. @throws Problem `too-many-cases` (429)
   */
  count(tx: EntityManager, caller: Caller, ...cases: readonly Opened[]): Promise<void> {
    return this.countAs(CASES, tx, caller, cases);
  }

  /**
   * The same for whoever decides on a document or prints it, who has a surge day's work to do: counted by themselves.
   * @throws Problem `too-many-documents` (429)
   */
  countDocuments(tx: EntityManager, caller: Caller, ...cases: readonly Opened[]): Promise<void> {
    return this.countAs(DOCUMENTS, tx, caller, cases);
  }

  /**
   * The same for whoever reads masked cases: initials, a year, a province and needs are somebody to who knows them.
   * @throws Problem `too-many-readings` (429)
   */
  countReadings(tx: EntityManager, caller: Caller, ...cases: readonly Opened[]): Promise<void> {
    return this.countAs(READINGS, tx, caller, cases);
  }

  private async countAs(
    limit: Limit,
    tx: EntityManager,
    caller: Caller,
    cases: readonly Opened[],
  ): Promise<void> {
    // the service itself, at work for a post, is shown nothing
    if (cases.length === 0 || caller.id === null) return;
    const most = limit.most(this.environment, caller);
    const counted = [caller.id, limit.kind];
    await lockNamed(tx, `${limit.counts} opened ${caller.id}`);
    await tx.query(FORGET, counted);
    const opened = [cases.map(({ id }) => id), cases.map(({ postId }) => postId)];
    if ((await tx.query<unknown[]>(OPEN, [...counted, ...opened])).length === 0) return;
    const { number, wait } = await oneRow<{ number: number; wait: number }>(tx, COUNT, counted);
    if (number > most) throw limit.tooMany(Math.max(1, wait));
    if (number === most)
      await this.audit.record(tx, caller, {
        action: limit.reached,
        subject: { kind: 'account', id: caller.id },
        postId: cases[0]!.postId,
        detail: { [limit.counts]: most },
      });
  }
}
