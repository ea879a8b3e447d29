import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { PeopleService } from '../../registrations/people.service.js';
import {
  REGISTRATION_DEPARTED,
  REGISTRATION_TRANSFERRED,
  REGISTRATION_WITHDRAWN,
} from '../../registrations/registration.topics.js';
import { isOpen } from '../../registrations/registration-status.js';
import { AppointmentsService } from '../appointments.service.js';

/** Gives back the appointment of whoever withdraws, leaves for home or goes to another embassy. All jobs are safe to repeat. */
@Injectable()
export class BookingRelease implements OnModuleInit {
  constructor(
    private readonly topics: Topics,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly appointments: AppointmentsService,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_WITHDRAWN, 'appointments.release', (ended) => this.release(ended));
    this.topics.subscribe(REGISTRATION_DEPARTED, 'appointments.depart', (ended) => this.release(ended));
    this.topics.subscribe(REGISTRATION_TRANSFERRED, 'appointments.hand-over', (ended) => this.release(ended));
  }

  release({ postId, requestId, registrationId }: Announcement): Promise<void> {
    return this.database.transaction([postId], async (tx) => {
      const registration = await this.people.registrationForChange(tx, String(registrationId));
      if (!isOpen(registration.status))
        await this.appointments.release(tx, systemCaller(postId, requestId), registration.id);
    });
  }
}
