import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { lockNamed } from '../../platform/database/lock-named.js';
import { oneRow } from '../../platform/database/one-row.js';
import { Problem } from '../../platform/problems/problem.js';
import { MASKED_FOR_EACH } from '../disclosure/opened-cases.js';

const MADE_SQL = 'SELECT number, wait FROM searches_in_a_day($1)';

/**
 * How often one may search within 24 hours: whoever may try without end finds out who of a whole list of names or telephone numbers is
 * registered, though each find is masked. Counts what is on record, at whichever posts.
 */
@Injectable()
export class SearchesMade {
  constructor(
    private readonly environment: Environment,
    private readonly audit: AuditLog,
  ) {}

  /** Before another is put on record. Joins the caller's transaction. @throws Problem `too-many-searches` (429) */
  async requireFewer(tx: EntityManager, caller: Caller): Promise<void> {
    const most = MASKED_FOR_EACH * this.environment.CASES_A_DAY;
    await lockNamed(tx, `searches made ${caller.id}`);
    const made = await oneRow<{ number: number; wait: number }>(tx, MADE_SQL, [caller.id]);
    const { number: searches, wait } = made;
    if (searches >= most)
      throw new Problem('too-many', 'too-many-searches', { retryAfter: Math.max(1, wait) });
    if (searches === most - 1)
      await this.audit.record(tx, caller, {
        action: 'staff.searches-limit-reached',
        subject: { kind: 'account', id: caller.id },
        postId: onlyPost(caller),
        detail: { searches: most },
      });
  }
}
