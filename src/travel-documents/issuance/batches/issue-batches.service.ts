import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../../platform/auth/caller.js';
import { Idempotency } from '../../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../../platform/idempotency/idempotency-key.js';
import { newId } from '../../../platform/ids.js';
import { Topics } from '../../../platform/jobs/topics.js';
import { invalid, Problem } from '../../../platform/problems/problem.js';
import { refusedBy } from '../../../platform/problems/refused-by.js';
import { ISSUE_BATCH_BEGUN } from '../../travel-documents.topics.js';
import { IssueBatch } from './issue-batch.entity.js';
import { type IssueBatchRequest, type IssueBatchResponse, MOST_IN_BATCH } from './issue-batches.dto.js';
import { CHOSEN_SQL, toIssueBatchResponse, WRITE_ITEMS_SQL } from './issue-batches.sql.js';

/** Issues many approved documents in one go: begun by an officer, done by a background job one after the other. */
@Injectable()
export class IssueBatches {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly topics: Topics,
  ) {}

  /**
   * @throws Problem `invalid-input` (422: an application that is not this post's), 409: `nothing-to-issue`, `in-a-batch`
   */
  async begin(
    caller: Caller,
    { applicationIds }: IssueBatchRequest,
    idempotent: IdempotentRequest,
  ): Promise<IssueBatchResponse> {
    return this.idempotency
      .transaction(caller.posts, idempotent, async (tx) => {
        const postId = onlyPost(caller);
        const asked = applicationIds && [...new Set(applicationIds)];
        const chosen = await tx.query<{ id: string; version: number }[]>(CHOSEN_SQL, [
          postId,
          asked ?? null,
          MOST_IN_BATCH,
        ]);
        const found = new Set(chosen.map(({ id }) => id));
        if (asked?.some((id) => !found.has(id)))
          throw invalid({ pointer: '/applicationIds', code: 'not-a-choice' });
        if (chosen.length === 0) throw new Problem('conflict', 'nothing-to-issue');
        const id = newId();
        await tx.query('INSERT INTO issue_batch (id, post_id, total, started_by) VALUES ($1, $2, $3, $4)', [
          id,
          postId,
          chosen.length,
          caller.id,
        ]);
        await tx.query(WRITE_ITEMS_SQL, [
          id,
          postId,
          chosen.map((application) => application.id),
          chosen.map(({ version }) => version),
        ]);
        await this.audit.record(tx, caller, {
          action: 'document.batch-begun',
          subject: { kind: 'issue-batch', id },
          postId,
          detail: { total: chosen.length },
        });
        await this.topics.publish(tx, ISSUE_BATCH_BEGUN, {
          postId,
          requestId: caller.requestId,
          batchId: id,
        });
        return toIssueBatchResponse(await tx.findOneByOrFail(IssueBatch, { id }));
      })
      .catch(refusedBy({ in_one_batch_at_a_time: 'in-a-batch' }));
  }
}
