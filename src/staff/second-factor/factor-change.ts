import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { SessionProof } from '../access/session-proof.js';
import { eventsAt } from '../accounts/account-events.js';
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
      await this.sessions.requireOpen(tx, sessionId);
      const { action, detail, answer } = await change(tx, accountId);
      const isProtected = hasFactor(await this.factors.of(tx, accountId));
      await this.sessions.standOn(tx, sessionId, isProtected ? 'given' : 'none');
      await this.sessions.endOthers(tx, accountId, sessionId);
      await this.audit.record(tx, caller, ...eventsAt(caller.posts, action, accountId, detail));
      return answer;
    });
  }
}
