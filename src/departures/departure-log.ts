import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log.js';
import type { Caller } from '../platform/auth/caller.js';
import type { Departure } from './departure.entity.js';

/** Writes into the audit log what was done with a journey or read of it, in the transaction of the act itself. */
@Injectable()
export class DepartureLog {
  constructor(private readonly audit: AuditLog) {}

  /** @param action such as `departure.planned` */
  record(
    tx: EntityManager,
    caller: Caller,
    { id, postId, registrationId }: Pick<Departure, 'id' | 'postId' | 'registrationId'>,
    action: string,
  ): Promise<void> {
    return this.audit.record(tx, caller, {
      action,
      subject: { kind: 'departure', id },
      postId,
      detail: { registrationId },
    });
  }
}
