import { Injectable } from '@nestjs/common';
import { Messages } from '../notifications/messages.service.js';
import { AuditLog } from '../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../platform/auth/caller.js';
import { Idempotency } from '../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../platform/idempotency/idempotency-key.js';
import type { CallForwardRequest, CallForwardResponse } from './appointments.dto.js';
import { CALL_FORWARD_SQL } from './bookings.sql.js';

/** Tells the next people to come now, while there is room in the hall. */
@Injectable()
export class CallForwardService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly messages: Messages,
  ) {}

  /** Calls by band, then by time of the slot. Two supervisors at once call different people, and nobody twice. */
  callForward(
    caller: Caller,
    { people }: CallForwardRequest,
    idempotent: IdempotentRequest,
  ): Promise<CallForwardResponse> {
    const postId = onlyPost(caller);
    return this.idempotency.transaction([postId], idempotent, async (tx) => {
      const [called] = await tx.query<[{ id: string; registration_id: string }[], number]>(CALL_FORWARD_SQL, [
        postId,
        people,
      ]);
      const events = called.map(({ id, registration_id }) => ({
        action: 'appointment.called-forward',
        subject: { kind: 'registration', id: registration_id },
        postId,
        detail: { booking: id },
      }));
      if (events.length > 0) await this.audit.record(tx, caller, ...events);
      await this.messages.queue(
        tx,
        ...called.map(({ id, registration_id: recipientId }) => ({
          postId,
          recipientId,
          kind: 'come-now' as const,
          once: `come-now ${id}`,
        })),
      );
      return { called: called.length };
    });
  }
}
