import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { systemCaller } from '../../platform/auth/caller.js';
import type { Announcement } from '../../platform/jobs/topics.js';
import { dayAt } from '../../posts/day-at.js';
import { AppointmentMessages } from '../appointment-messages.js';
import { BookingRecords } from '../bookings/booking-records.js';
import { CALLED_INTO_IT_SQL } from './closures.sql.js';

interface Stopped {
  id: string;
  registrationId: string;
  attempt: number;
}

/** Tells people to stay where they are who were called to a post that closes. Joins the caller's transaction. */
@Injectable()
export class StoppedCalls {
  constructor(
    private readonly records: BookingRecords,
    private readonly messages: AppointmentMessages,
  ) {}

  async stop(tx: EntityManager, { postId, requestId, closureId }: Announcement): Promise<void> {
    const [stopped] = await tx.query<[Stopped[], number]>(CALLED_INTO_IT_SQL, [postId, closureId]);
    if (stopped.length === 0) return;
    const caller = systemCaller(postId, requestId);
    const day = await dayAt(tx, postId);
    for (const { id, registrationId, attempt } of stopped) {
      const booking = { id, registrationId, postId };
      const detail = { attempt, reason: 'post-closed' };
      await this.records.record(tx, caller, booking, 'appointment.call-withdrawn', detail);
      await this.messages.postClosed(tx, booking, day);
    }
  }
}
