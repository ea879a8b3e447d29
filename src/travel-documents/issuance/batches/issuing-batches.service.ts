import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import type { Caller } from '../../../platform/auth/caller.js';
import { Database } from '../../../platform/database/database.js';
import { Problem } from '../../../platform/problems/problem.js';
import { RegistrationLife } from '../../../registrations/registration-life.service.js';
import { applicationRefusal } from '../../applications/application-refusal.js';
import { Turns } from '../../turns.js';
import { DocumentIssue } from '../document-issue.js';
import { IssueBatch } from './issue-batch.entity.js';
import { type ItemToDo, markItems, nextItems } from './issue-batches.sql.js';

/**
 * Issues the documents of a batch, each (or each family) in a transaction of its own together with its mark. Whoever comes
 * again after a crash goes on where it stopped; two at once take turns.
 */
@Injectable()
export class IssuingBatches {
  constructor(
    private readonly database: Database,
    private readonly life: RegistrationLife,
    private readonly documents: DocumentIssue,
    private readonly audit: AuditLog,
    private readonly turns: Turns,
  ) {}

  /** Until nothing of the batch is left to do. Safe to repeat. @throws what the signer throws while it cannot be reached */
  async issue(postId: string, id: string, requestId: string): Promise<void> {
    while (await this.turns.take(() => this.step(postId, id, requestId)));
  }

  /** @returns whether there is more to do */
  private async step(postId: string, id: string, requestId: string): Promise<boolean> {
    let items: ItemToDo[] = [];
    try {
      return await this.database.transaction([postId], async (tx) => {
        const batch = await this.locked(tx, id);
        if (!batch) return false;
        items = await nextItems(tx, id);
        if (items.length === 0) return false;
        const caller = callerOf(batch, requestId);
        const documents = await this.together(tx, caller, items);
        await markItems(tx, id, items, { documents, failure: null });
        return this.goesOn(tx, caller, id);
      });
    } catch (error) {
      const refusal = applicationRefusal(error);
      if (!(refusal instanceof Problem)) throw error;
      return this.fail(postId, id, requestId, items, refusal.code);
    }
  }

  private fail(
    postId: string,
    id: string,
    requestId: string,
    items: readonly ItemToDo[],
    failure: string,
  ): Promise<boolean> {
    return this.database.transaction([postId], async (tx) => {
      const batch = await this.locked(tx, id);
      if (!batch) return false;
      await markItems(tx, id, items, { documents: [], failure });
      return this.goesOn(tx, callerOf(batch, requestId), id);
    });
  }

  private async together(tx: EntityManager, caller: Caller, items: readonly ItemToDo[]): Promise<string[]> {
    const documents: string[] = [];
    for (const { registrationId } of items) await this.life.requireOpen(tx, registrationId);
    for (const { applicationId, registrationId, version } of items) {
      const application = { id: applicationId, registrationId };
      documents.push((await this.documents.issueIn(tx, caller, application, version)).id);
    }
    return documents;
  }

  private async locked(tx: EntityManager, id: string): Promise<IssueBatch | null> {
    await tx.query('SELECT FROM issue_batch WHERE id = $1 FOR UPDATE', [id]);
    return tx.findOneBy(IssueBatch, { id, state: 'running' });
  }

  private async goesOn(tx: EntityManager, caller: Caller, id: string): Promise<boolean> {
    const { state, postId, issued, failed } = await tx.findOneByOrFail(IssueBatch, { id });
    if (state === 'done')
      await this.audit.record(tx, caller, {
        action: 'document.batch-done',
        subject: { kind: 'issue-batch', id },
        postId,
        detail: { issued, failed },
      });
    return state === 'running';
  }
}

/** Documents of a batch are issued by whoever began it. */
const callerOf = ({ startedBy, postId }: IssueBatch, requestId: string): Caller => ({
  role: 'officer',
  id: startedBy,
  sessionId: null,
  posts: [postId],
  requestId,
  locale: 'en',
});
