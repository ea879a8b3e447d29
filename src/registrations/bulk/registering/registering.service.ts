import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import type { Caller } from '../../../platform/auth/caller.js';
import { Keyring } from '../../../platform/crypto/keyring.js';
import type { PersonKey } from '../../../platform/crypto/person-key.js';
import { Database } from '../../../platform/database/database.js';
import { violatedConstraint } from '../../../platform/database/violated-constraint.js';
import { newId } from '../../../platform/ids.js';
import type { Post } from '../../../posts/post.entity.js';
import { PostsService } from '../../../posts/posts.service.js';
import { IntakeRecords } from '../../intake/intake-records.js';
import { BulkIntake } from '../bulk-intake.entity.js';
import { bulkKey, type RowContent, type RowReceipt } from '../bulk-key.js';
import { adultsElsewhere, knownAdults, unaccompanied } from './known-adults.js';
import { finishStep, type DoneRow, type RowToDo, rowsToDo } from './steps.sql.js';

export const RECEIPTS_KEPT_DAYS = 7;
const RECEIPTS_KEPT = `interval '${RECEIPTS_KEPT_DAYS} days'`;
/** Two lists with the same row at the same moment: the second finds the first one's row when it looks again. */
const MOST_CROSSINGS = 20;

/**
 * Registers the rows of confirmed lists, some in each transaction: each row's registration, its mark and its receipt are
 * written together or not at all. Whoever comes again after a crash goes on where it stopped; two at once take turns.
 */
@Injectable()
export class BulkRegistering {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditLog,
    private readonly posts: PostsService,
    private readonly records: IntakeRecords,
  ) {}

  /** Until nothing of the list is left to do. Safe to repeat. */
  async register(postId: string, id: string, requestId: string): Promise<void> {
    const post = await this.posts.byId(postId);
    for (let crossings = 0; ;) {
      try {
        const more = await this.database.transaction([postId], (tx) => this.step(tx, post, id, requestId));
        if (!more) return;
      } catch (error) {
        crossings += 1;
        if (violatedConstraint(error) !== 'bulk_intake_row_once' || crossings > MOST_CROSSINGS) throw error;
      }
    }
  }

  /** @returns whether there is more to do */
  private async step(tx: EntityManager, post: Post, id: string, requestId: string): Promise<boolean> {
    await tx.query('SELECT FROM bulk_intake WHERE id = $1 FOR UPDATE', [id]);
    const intake = await tx.findOneBy(BulkIntake, { id, state: 'confirmed' });
    if (!intake) return false;
    const caller = callerOf(intake, requestId);
    const rows = await rowsToDo(tx, post.id, id);
    if (rows.length === 0) {
      await this.finish(tx, caller, intake);
      return false;
    }
    const key = bulkKey(this.keyring, intake);
    const done = await this.all(tx, caller, post, id, key, rows);
    await finishStep(tx, id, done);
    return true;
  }

  /** Adults before the minors who are with them. */
  private async all(
    tx: EntityManager,
    caller: Caller,
    post: Post,
    listId: string,
    key: PersonKey,
    rows: readonly RowToDo[],
  ): Promise<DoneRow[]> {
    const done: DoneRow[] = rows
      .filter(({ known }) => known)
      .map(({ number }) => ({ number, registrationId: null, receipt: null }));
    const fresh = rows
      .filter(({ known }) => !known)
      .map((row) => ({ ...row, ...key.open<RowContent>(`row ${row.number}`, row.content) }));
    const adults = await knownAdults(tx, listId, adultsElsewhere(fresh));
    for (const row of fresh.toSorted(adultsFirst)) {
      const { number, rowId, guardianRow } = row;
      const adult = adults.get(guardianRow ?? -1);
      const groupId = adult?.groupId ?? row.groupId;
      const place =
        groupId === null ? undefined : { registrationId: newId(), groupId, guardianId: adult?.id ?? null };
      const request =
        guardianRow === undefined || adult !== undefined ? row.request : unaccompanied(row.request);
      const { id, reference, accessCode } = await this.records.write(tx, caller, post, request, place);
      if (groupId !== null) adults.set(number, { id, groupId });
      const receipt: RowReceipt = { rowId, fullName: request.fullName, reference, accessCode };
      done.push({ number, registrationId: id, receipt: key.seal(`receipt ${number}`, receipt) });
    }
    return done;
  }

  private async finish(
    tx: EntityManager,
    caller: Caller,
    { id, postId, registered }: BulkIntake,
  ): Promise<void> {
    await tx.query(
      `UPDATE bulk_intake SET state = 'done', finished_at = now(), progressed_at = now(), version = version + 1,
         receipts_until = CASE WHEN registered > 0 THEN now() + ${RECEIPTS_KEPT} END WHERE id = $1`,
      [id],
    );
    await this.audit.record(tx, caller, {
      action: 'bulk-intake.done',
      subject: { kind: 'bulk-intake', id },
      postId,
      detail: { registered },
    });
  }
}

const adultsFirst = (one: RowContent, other: RowContent): number =>
  Number(one.guardianRow !== undefined) - Number(other.guardianRow !== undefined);

/** Registrations of a list are those of whoever confirmed it. */
const callerOf = ({ makerKind, makerId, postId }: BulkIntake, requestId: string): Caller => ({
  role: makerKind,
  id: makerId,
  sessionId: null,
  posts: [postId],
  requestId,
  locale: 'en',
});
