import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log.js';
import type { Caller } from '../platform/auth/caller.js';
import type { CaseName } from './case-name.js';

/** Writes into the audit log what was done or read in one person's case, in the transaction of the act itself. */
@Injectable()
export class CaseLog {
  constructor(private readonly audit: AuditLog) {}

  /** @param action such as `identity.decided`. @param detail codes, numbers and ids only; never personal data */
  record(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: CaseName,
    action: string,
    detail?: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record(tx, caller, { action, subject: { kind: 'registration', id }, postId, detail });
  }
}
