import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RecipientDirectory } from '../../notifications/recipient-directory.js';
import { nextSafeMoment } from '../../notifications/safe-hours.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { REGISTRATION_CHANGED } from '../../registrations/registration.topics.js';
import { CALL_LATER_SQL, REACHABLE_ANEW_SQL, REACHABLE_SQL } from './calls.sql.js';

/** Looked at again, for people whom it is not safe to write to now. */
const LATER_MINUTES = 15;

/**
 * Whom a message reaches now. Asked only for people whose turn has come, because contact details are sealed. Whoever
 * cannot be reached keeps the time that they were told.
 */
@Injectable()
export class CallReach implements OnModuleInit {
  constructor(
    private readonly directory: RecipientDirectory,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly topics: Topics,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_CHANGED, 'appointments.reach-anew', (changed) =>
      this.askAnew(changed),
    );
  }

  /** @returns those of the bookings whose people are not to be called now; which of them ever is kept with the booking */
  async cannotReach(tx: EntityManager, bookings: readonly string[]): Promise<Set<string>> {
    if (bookings.length === 0) return new Set();
    const people = await tx.query<{ id: string; registration_id: string }[]>(
      'SELECT id, registration_id FROM booking WHERE id = ANY ($1)',
      [bookings],
    );
    const now = this.clock.now();
    const never: string[] = [];
    const later: string[] = [];
    for (const { id, registration_id: recipientId } of people) {
      const recipient = await this.directory.resolveOne(tx, recipientId);
      if (!recipient?.consents || recipient.channel === 'none' || recipient.address === '') never.push(id);
      else if (nextSafeMoment(now, recipient.safeHours, recipient.timeZone) > now) later.push(id);
    }
    if (never.length > 0) await tx.query(REACHABLE_SQL, [never, false]);
    if (later.length > 0) await tx.query(CALL_LATER_SQL, [later, LATER_MINUTES]);
    return new Set([...never, ...later]);
  }

  private askAnew({ postId, registrationId }: Announcement): Promise<void> {
    return this.database.transaction([postId], (tx) => tx.query(REACHABLE_ANEW_SQL, [registrationId]));
  }
}
