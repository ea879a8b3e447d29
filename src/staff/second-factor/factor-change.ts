import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { SessionProof } from '../access/session-proof.js';
import { Factors, hasFactor } from './factors.js';

export interface FactorChanged<T> {
  action: `staff.second-factor-${string}`;
  detail?: Record<string, unknown>;
  answer: T;
}

/** A change of one's own second factor: one after the other, on record, and every other session of the account ends. */
@Injectable()
export class FactorChange {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly factors: Factors,
    private readonly sessions: SessionProof,
  ) {}

  /** @throws Problem `not-signed-in` (401) where the session has been ended meanwhile, as a reset does */
  run<T>(
    caller: Caller,
    change: (tx: EntityManager, accountId: string) => Promise<FactorChanged<T>>,
  ): Promise<T> {
    const [accountId, sessionId] = [caller.id!, caller.sessionId!];
    return this.database.transaction(caller.posts, async (tx) => {
      await tx.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [accountId]);
      const open = await tx.query<unknown[]>('SELECT FROM session WHERE id = $1 AND ended_at IS NULL', [
        sessionId,
      ]);
      if (open.length === 0) throw new Problem('unauthenticated', 'not-signed-in');
      const { action, detail, answer } = await change(tx, accountId);
      const isProtected = hasFactor(await this.factors.of(tx, accountId));
      await this.sessions.standOn(tx, sessionId, isProtected ? 'given' : 'none');
      await this.sessions.endOthers(tx, accountId, sessionId);
      await this.audit.record(tx, caller, ...eventsAt(caller.posts, action, accountId, detail));
      return answer;
    });
  }
}

/** Once for each post of an account, so that the auditors of every one of them see it. */
export const eventsAt = (
  posts: readonly string[],
  action: string,
  accountId: string,
  detail: Record<string, unknown> = {},
) => posts.map((postId) => ({ action, subject: { kind: 'account', id: accountId }, postId, detail }));
