import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { mergedCases } from '../../registrations/merged-cases.js';
import { PeopleService } from '../../registrations/people.service.js';
import { isOpen } from '../../registrations/registration-status.js';
import { REGISTRATION_MERGED } from '../../registrations/registration.topics.js';
import { AppointmentsService } from '../appointments.service.js';
import type { Booking } from '../bookings/booking.entity.js';
import { mayBecome, timeTold } from '../bookings/booking-status.js';
import { BookingTransfer } from '../bookings/booking-transfer.service.js';

/**
 * Of two appointments of one person the better one stays, the other's seat goes to somebody else. The job is safe to
 * repeat.
 */
@Injectable()
export class MergedAppointments implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly appointments: AppointmentsService,
    private readonly transfer: BookingTransfer,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_MERGED, 'appointments.merge', (merged) => this.merge(merged));
  }

  /** An appointment that the person has come to stays until the stage that gave them a number moves both. */
  merge(announced: Announcement): Promise<void> {
    const { postId, requestId } = announced;
    const caller = systemCaller(postId, requestId);
    return this.database.transaction([postId], async (tx) => {
      const cases = await mergedCases(tx, this.people, announced);
      if (!cases) return;
      const { merged, kept } = cases;
      const spare = await this.appointments.liveOf(tx, merged.id);
      if (!spare || !mayBecome(spare.status, 'cancelled')) return;
      if (isOpen(kept.status) && isBetter(spare, await this.appointments.liveOf(tx, kept.id)))
        await this.transfer.takeOver(tx, caller, spare, kept.id);
      else await this.appointments.release(tx, caller, merged.id);
    });
  }
}

/** Told to come now, else earlier. Nothing is better than an appointment that somebody has come to already. */
function isBetter(spare: Booking, own: Booking | undefined): boolean {
  if (!own) return true;
  if (!mayBecome(own.status, 'cancelled')) return false;
  const [spareCalled, ownCalled] = [spare.calledForwardAt !== null, own.calledForwardAt !== null];
  return spareCalled === ownCalled ? timeTold(spare) < timeTold(own) : spareCalled;
}
