import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Messages } from '../../notifications/messages.service.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { Problem } from '../../platform/problems/problem.js';
import { REGISTRATION_UNMERGED } from '../../registrations/registration.topics.js';
import { TRIAGE_ASSESSED } from '../../triage/triage.topics.js';
import { AssessedBooking } from './assessed-booking.js';
import { timeTold } from '../bookings/booking-status.js';

/** How often slots for people who came together may be taken by others between finding and booking them. */
const MOST_CROSSINGS = 20;

/** Books whoever has been assessed, or stands by themselves again, and tells them. All jobs are safe to repeat. */
@Injectable()
export class AutomaticBooking implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly assessed: AssessedBooking,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(TRIAGE_ASSESSED, 'appointments.book', (payload) => this.bookAssessed(payload));
    this.topics.subscribe(REGISTRATION_UNMERGED, 'appointments.book-unmerged', (payload) =>
      this.bookAssessed(payload),
    );
  }

  /** Where others take the seats at this moment nothing is wrong: it looks again at once. */
  async bookAssessed(assessed: Announcement): Promise<void> {
    for (let crossings = 1; ; crossings++)
      try {
        return await this.bookOnce(assessed);
      } catch (error) {
        const crossed = error instanceof Problem && error.code === 'slot-full';
        if (!crossed || crossings > MOST_CROSSINGS) throw error;
      }
  }

  private bookOnce({ postId, requestId, registrationId }: Announcement): Promise<void> {
    const caller = systemCaller(postId, requestId);
    return this.database.transaction([postId], async (tx) => {
      for (const { booking, kind } of await this.assessed.book(tx, caller, String(registrationId))) {
        const { id, registrationId: recipientId } = booking;
        const facts = { at: timeTold(booking).toISOString() };
        const once = `${kind} ${id}`;
        await this.messages.queue(tx, { postId: booking.postId, recipientId, kind, facts, once });
      }
    });
  }
}
