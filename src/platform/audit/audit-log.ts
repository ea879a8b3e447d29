import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../auth/caller.js';
import { newId } from '../ids.js';

export interface AuditEvent {
  /** `stage.act`, such as `identity.decided` or `registration.read`. */
  action: string;
  subject: { kind: string; id: string | null };
  postId: string | null;
  /** Codes, numbers and ids only; never personal data. */
  detail?: Record<string, unknown>;
}

/** Writes what was done or read into the append-only log, in the transaction of the act itself. */
@Injectable()
export class AuditLog {
  async record(tx: EntityManager, caller: Caller, ...events: AuditEvent[]): Promise<void> {
    const rows = events.map(({ action, subject, postId, detail }) => ({
      id: newId(),
      post_id: postId,
      actor_kind: caller.role,
      actor_id: caller.id,
      action,
      subject_kind: subject.kind,
      subject_id: subject.id,
      detail: detail ?? {},
      request_id: caller.requestId,
    }));
    await tx.query(
      `INSERT INTO audit_event (id, post_id, actor_kind, actor_id, action, subject_kind, subject_id, detail, request_id)
       SELECT id, post_id, actor_kind, actor_id, action, subject_kind, subject_id, detail, request_id
       FROM jsonb_populate_recordset(NULL::audit_event, $1)`,
      [JSON.stringify(rows)],
    );
  }
}
