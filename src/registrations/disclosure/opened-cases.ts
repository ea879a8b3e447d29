import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { Problem } from '../../platform/problems/problem.js';

const FORGET_SQL = `
  DELETE FROM case_opening WHERE account_id = $1 AND opened_at <= now() - interval '24 hours'`;

/** Parameters: account, registration, post. */
const OPEN_SQL = `
  INSERT INTO case_opening (account_id, registration_id, post_id) VALUES ($1, $2, $3)
  ON CONFLICT (account_id, registration_id) DO NOTHING RETURNING 1`;

const OPENED_SQL = `
  SELECT count(*)::integer AS cases, extract(epoch FROM min(opened_at) + interval '24 hours' - now())::float8 AS wait
  FROM case_opening WHERE account_id = $1`;

/** How many people's details a member of staff may be shown within 24 hours: enough for a long day at a counter, no more. */
@Injectable()
export class OpenedCases {
  constructor(
    private readonly environment: Environment,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Counts a case whose details the caller is about to be shown, once within 24 hours. Whoever reaches the limit is on record.
   * Joins the caller's transaction. @throws Problem `too-many-cases` (429)
   */
  async count(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: { id: string; postId: string },
  ): Promise<void> {
    const most = this.environment.CASES_A_DAY;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('cases opened ' || $1, 0))`, [caller.id]);
    await tx.query(FORGET_SQL, [caller.id]);
    if ((await tx.query<unknown[]>(OPEN_SQL, [caller.id, id, postId])).length === 0) return;
    const [opened] = await tx.query<{ cases: number; wait: number }[]>(OPENED_SQL, [caller.id]);
    if (opened!.cases > most)
      throw new Problem('too-many', 'too-many-cases', { retryAfter: Math.max(1, opened!.wait) });
    if (opened!.cases === most)
      await this.audit.record(tx, caller, {
        action: 'staff.cases-limit-reached',
        subject: { kind: 'account', id: caller.id },
        postId,
        detail: { cases: most },
      });
  }
}
