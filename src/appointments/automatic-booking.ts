import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Messages } from '../notifications/messages.service.js';
import { type Caller, systemCaller } from '../platform/auth/caller.js';
import { Database } from '../platform/database/database.js';
import { type Announcement, Topics } from '../platform/jobs/topics.js';
import { PeopleService } from '../registrations/people.service.js';
import {
  REGISTRATION_DEPARTED,
  REGISTRATION_TRANSFERRED,
  REGISTRATION_WITHDRAWN,
} from '../registrations/registration.topics.js';
import { isOpen } from '../registrations/registration-status.js';
import { TriageService } from '../triage/triage.service.js';
import { TRIAGE_ASSESSED } from '../triage/triage.topics.js';
import { AppointmentsService } from './appointments.service.js';
import type { Booking } from './booking.entity.js';
import { GroupBooking } from './group-booking.js';
import { earliestBegin } from './time-to-come.js';

/** Books whoever has been assessed, and gives back the appointment of whoever withdraws, leaves for home or goes to another embassy. All jobs are safe to repeat. */
@Injectable()
export class AutomaticBooking implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly appointments: AppointmentsService,
    private readonly messages: Messages,
    private readonly group: GroupBooking,
    private readonly triage: TriageService,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(TRIAGE_ASSESSED, 'appointments.book', (payload) => this.bookAssessed(payload));
    this.topics.subscribe(REGISTRATION_WITHDRAWN, 'appointments.release', (payload) => this.release(payload));
    this.topics.subscribe(REGISTRATION_DEPARTED, 'appointments.depart', (payload) => this.release(payload));
    this.topics.subscribe(REGISTRATION_TRANSFERRED, 'appointments.hand-over', (payload) =>
      this.release(payload),
    );
  }

  /**
   * Books the earliest free seat that somebody can come to; the urgent get the earliest of all. Whoever is booked already
   * keeps the seat and takes the new band; whoever has been served is not booked again.
   */
  bookAssessed({ postId, requestId, registrationId }: Announcement): Promise<void> {
    const caller = systemCaller(postId, requestId);
    return this.database.transaction([postId], async (tx) => {
      await this.group.hold(tx, String(registrationId));
      const registration = await this.people.registration(tx, String(registrationId));
      if (!isOpen(registration.status)) return;
      const booking = await this.appointments.liveOf(tx, registration.id);
      if (booking) {
        if (await this.appointments.rank(tx, caller, booking)) await this.tell(tx, booking, 'come-now');
      } else if (!(await this.served(tx, registration.id)))
        for (const made of await this.bookWithOthers(tx, caller, registration))
          await this.tell(tx, made, made.calledForwardAt ? 'come-now' : 'appointment-booked');
    });
  }

  release({ postId, requestId, registrationId }: Announcement): Promise<void> {
    return this.database.transaction([postId], async (tx) => {
      const registration = await this.people.registrationForChange(tx, String(registrationId));
      if (!isOpen(registration.status))
        await this.appointments.release(tx, systemCaller(postId, requestId), registration.id);
    });
  }

  /** People who registered together come together; who is in danger waits for nobody. */
  private async bookWithOthers(
    tx: EntityManager,
    caller: Caller,
    registration: { id: string; postId: string },
  ): Promise<Booking[]> {
    const { band } = await this.triage.current(tx, registration.id);
    if (band === 'urgent') return [await this.appointments.book(tx, caller, registration)];
    const together = await this.group.book(tx, caller, registration.id);
    if (together) return together;
    const from = await earliestBegin(tx, [registration.id]);
    return [await this.appointments.book(tx, caller, registration, { from })];
  }

  /** Whoever may come at once is told so, and not the time of a seat that they need not wait for. */
  private async tell(
    tx: EntityManager,
    { id, postId, registrationId: recipientId, startsAt }: Booking,
    kind: 'come-now' | 'appointment-booked',
  ): Promise<void> {
    const facts = { at: startsAt.toISOString() };
    await this.messages.queue(tx, { postId, recipientId, kind, facts, once: `${kind} ${id}` });
  }

  private async served(tx: EntityManager, registrationId: string): Promise<boolean> {
    const kept = await tx.query<unknown[]>(
      "SELECT FROM booking WHERE registration_id = $1 AND status = 'kept' LIMIT 1",
      [registrationId],
    );
    return kept.length > 0;
  }
}
