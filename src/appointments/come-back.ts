import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { AppointmentsService } from './appointments.service.js';
import { BookedAgain } from './booked-again.js';

/** Books people again who were seen and have to come back, and tells them when. */
@Injectable()
export class ComeBack {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly again: BookedAgain,
  ) {}

  /**
   * Joins the caller's transaction. @param tellAfter seconds in which an officer may still think better of it
   * @throws Problem `booking-over`, `no-free-seat` (409)
   */
  async book(tx: EntityManager, caller: Caller, bookingId: string, tellAfter: number): Promise<void> {
    await this.again.tell(tx, await this.appointments.comeBack(tx, caller, bookingId), tellAfter);
  }
}
