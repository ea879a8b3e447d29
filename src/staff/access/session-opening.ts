import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { IssuedTokens } from './session-tokens.js';
import { type SessionGrant, SessionsService } from './sessions.service.js';

/** Opens a session on record. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
  ) {}

  /** @param detail codes of how it was opened */
  async open(
    tx: EntityManager,
    caller: Caller,
    grant: SessionGrant,
    detail: Record<string, unknown> = {},
  ): Promise<IssuedTokens> {
    const tokens = await this.sessions.open(tx, grant);
    await this.record(tx, openerOf(caller, grant), 'session.opened', null, grant.postIds, detail);
    return tokens;
  }

  /** Once for each post of the session, so that the auditors of every one of them see it. */
  record(
    tx: EntityManager,
    caller: Caller,
    action: string,
    id: string | null,
    posts: readonly string[],
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const events = posts.map((postId) => ({ action, subject: { kind: 'session', id }, postId, detail }));
    return this.audit.record(tx, caller, ...events);
  }
}

/** The one whose session it will be, so that the log names who signed in. */
export const openerOf = (caller: Caller, { role, subjectId }: SessionGrant): Caller => ({
  ...caller,
  role,
  id: subjectId,
});
