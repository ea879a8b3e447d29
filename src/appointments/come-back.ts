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

  /** Joins the caller's transaction. @throws Problem `booking-over`, `no-free-seat` (409) */
  async book(tx: EntityManager, caller: Caller, bookingId: string): Promise<void> {
    const { id, postId, registrationId, startsAt } = await this.appointments.comeBack(tx, caller, bookingId);
    await this.messages.queue(tx, {
      postId,
      recipientId: registrationId,
      kind: 'appointment-booked',
      facts: { at: startsAt.toISOString() },
      once: `appointment-booked ${id}`,
    });
  }
}
