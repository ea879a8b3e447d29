import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../notifications/messages.service.js';
import type { Caller } from '../platform/auth/caller.js';
import { AppointmentsService } from './appointments.service.js';

/** Books people again who were seen and have to come back, and tells them when. */
@Injectable()
export class ComeBack {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly messages: Messages,
  ) {}

  /**
   * Joins the caller's transaction. @param tellAfter seconds in which an officer may still think better of it
   * @throws Problem `booking-over`, `no-free-seat` (409)
   */
  async book(tx: EntityManager, caller: Caller, bookingId: string, tellAfter: number): Promise<void> {
    const { id, postId, registrationId, startsAt } = await this.appointments.comeBack(tx, caller, bookingId);
    const [then] = await tx.query<{ at: Date }[]>('SELECT now() + make_interval(secs => $1) AS at', [
      tellAfter,
    ]);
    await this.messages.queue(tx, {
      postId,
      recipientId: registrationId,
      kind: 'appointment-booked',
      facts: { at: startsAt.toISOString() },
      dueAt: then!.at,
      once: `appointment-booked ${id}`,
    });
  }
}
