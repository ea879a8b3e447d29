import { Injectable } from '@nestjs/common';
import { Messages } from '../../notifications/messages.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import type { CallByHandRequest, CallByHandResponse } from './calls-by-hand.dto.js';

/**
 * Passes over bookings that somebody else is changing; whoever was called meanwhile no longer fits the condition.
 * People whose time has come need no call. Parameters: post, how many.
 */
const CALL_NEXT_SQL = `
  WITH next AS MATERIALIZED (
    SELECT b.id FROM booking b JOIN registration r ON r.id = b.registration_id
    WHERE b.post_id = $1 AND b.status = 'booked' AND b.called_forward_at IS NULL AND b.starts_at > now()
      AND r.status IN ('received', 'active')
    ORDER BY b.band_rank, b.starts_at, b.id LIMIT $2 FOR UPDATE OF b SKIP LOCKED
  )
  UPDATE booking SET called_forward_at = now(), version = version + 1 FROM next WHERE booking.id = next.id
  RETURNING booking.id, booking.registration_id`;

/** Tells the next people to come now, while there is room in the hall. */
@Injectable()
export class CallsByHand {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly messages: Messages,
  ) {}

  /** Calls by band, then by time of the slot. Two supervisors at once call different people, and nobody twice. */
  call(
    caller: Caller,
    { people }: CallByHandRequest,
    idempotent: IdempotentRequest,
  ): Promise<CallByHandResponse> {
    const postId = onlyPost(caller);
    return this.idempotency.transaction([postId], idempotent, async (tx) => {
      const [called] = await tx.query<[{ id: string; registration_id: string }[], number]>(CALL_NEXT_SQL, [
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
