import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log.js';
import type { Caller } from '../platform/auth/caller.js';
import type { ConsentPurpose } from './consent-purposes.js';

/** What a person agreed to. The latest answer for a purpose counts. */
@Injectable()
export class ConsentsService {
  constructor(private readonly audit: AuditLog) {}

  /** Whether the person agrees to this purpose at present. */
  async given(tx: EntityManager, registrationId: string, purpose: ConsentPurpose): Promise<boolean> {
    const [latest] = await tx.query<{ given: boolean }[]>(
      'SELECT given FROM consent WHERE registration_id = $1 AND purpose = $2 ORDER BY at DESC LIMIT 1',
      [registrationId, purpose],
    );
    return latest?.given ?? false;
  }

  /** Records that the person, who is there, agrees now. On record with the officer who asked. */
  async agree(
    tx: EntityManager,
    caller: Caller,
    registration: { id: string; postId: string },
    purpose: ConsentPurpose,
  ): Promise<void> {
    await tx.query(
      'INSERT INTO consent (registration_id, post_id, purpose, given) VALUES ($1, $2, $3, true)',
      [registration.id, registration.postId, purpose],
    );
    await this.audit.record(tx, caller, {
      action: 'registration.consent-given',
      subject: { kind: 'registration', id: registration.id },
      postId: registration.postId,
      detail: { purpose },
    });
  }
}
