import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { oneRow } from '../../platform/database/one-row.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import { Topics } from '../../platform/jobs/topics.js';
import { invalid, Problem } from '../../platform/problems/problem.js';
import type { ClosureList, ClosureReason, ClosureRequest, ClosureResponse } from './closures.dto.js';
import {
  CLOSE_SEATS_SQL,
  CLOSURE_SQL,
  CLOSURES_SQL,
  HOLD_PLANNING_SQL,
  LIFT_SQL,
  NEW_CLOSURE_SQL,
  OPEN_SEATS_SQL,
  STILL_CLOSED_SQL,
} from './closures.sql.js';

/** Published when a post will be, or is, closed; payload: `closureId`. */
export const POST_CLOSED = 'appointments.post-closed';

interface ClosureRow {
  id: string;
  from: Date;
  to: Date;
  reason: ClosureReason;
  announcedAt: Date;
  liftedAt: Date | null;
  toBeBooked: number;
  version: number;
}

/** Closes a post for hours or days. Everybody with an appointment then is booked again and told, by a job. */
@Injectable()
export class ClosuresService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly topics: Topics,
  ) {}

  /** Closures to come and of the last 30 days. */
  list(caller: Caller): Promise<ClosureList> {
    const postId = onlyPost(caller);
    return this.database.transaction([postId], async (tx) => ({
      items: (await tx.query<ClosureRow[]>(CLOSURES_SQL, [postId])).map(toResponse),
    }));
  }

  /** @throws Problem `invalid-input` where it ends before it begins, or is over */
  close(caller: Caller, request: ClosureRequest, idempotent: IdempotentRequest): Promise<ClosureResponse> {
    const postId = onlyPost(caller);
    const [from, to] = [new Date(request.from), new Date(request.to)];
    if (to <= from) throw invalid({ pointer: '/to', code: 'in-the-past' });
    return this.idempotency.transaction([postId], idempotent, async (tx) => {
      const [over] = await tx.query<unknown[]>('SELECT WHERE $1::timestamptz <= now()', [to]);
      if (over) throw invalid({ pointer: '/to', code: 'in-the-past' });
      const id = newId();
      await tx.query(HOLD_PLANNING_SQL, [postId]);
      await tx.query(NEW_CLOSURE_SQL, [id, postId, from, to, request.reason, caller.id]);
      await tx.query(CLOSE_SEATS_SQL, [id, postId, from, to]);
      await this.record(tx, caller, id, 'appointment.post-closed', { reason: request.reason });
      await this.topics.publish(tx, POST_CLOSED, { postId, requestId: caller.requestId, closureId: id });
      return this.response(tx, id);
    });
  }

  /** The post opens after all. Whoever was booked again stays booked. @throws Problem `not-found`, `stale` (412), `closure-lifted` (409) */
  lift(caller: Caller, id: string, version: number): Promise<ClosureResponse> {
    return this.database.transaction([onlyPost(caller)], async (tx) => {
      const locked = await oneRow<{ version: number; lifted_at: Date | null }>(
        tx,
        'SELECT version, lifted_at FROM closure WHERE id = $1 FOR UPDATE',
        [id],
      );
      requireVersion(locked.version, version);
      if (locked.lifted_at) throw new Problem('conflict', 'closure-lifted');
      await tx.query(LIFT_SQL, [id]);
      await tx.query(OPEN_SEATS_SQL, [id]);
      await tx.query(STILL_CLOSED_SQL, [onlyPost(caller)]);
      await this.record(tx, caller, id, 'appointment.closure-lifted');
      return this.response(tx, id);
    });
  }

  private async response(tx: EntityManager, id: string): Promise<ClosureResponse> {
    return toResponse((await tx.query<[ClosureRow]>(CLOSURE_SQL, [id]))[0]);
  }

  private async record(
    tx: EntityManager,
    caller: Caller,
    id: string,
    action: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.audit.record(tx, caller, {
      action,
      subject: { kind: 'closure', id },
      postId: onlyPost(caller),
      detail,
    });
  }
}

const toResponse = (row: ClosureRow): ClosureResponse => ({
  id: row.id,
  from: row.from.toISOString(),
  to: row.to.toISOString(),
  reason: row.reason,
  announcedAt: row.announcedAt.toISOString(),
  liftedAt: row.liftedAt?.toISOString() ?? null,
  toBeBooked: row.toBeBooked,
  version: row.version,
});
