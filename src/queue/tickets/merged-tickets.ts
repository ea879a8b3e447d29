import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { BookingTransfer } from '../../appointments/booking-transfer.service.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { lockCases } from '../../registrations/lock-cases.js';
import { PeopleService } from '../../registrations/people.service.js';
import { isOpen } from '../../registrations/registration-status.js';
import { REGISTRATION_MERGED } from '../../registrations/registration.topics.js';
import { MissedTickets } from './missed-tickets.js';
import { TicketRecords } from './ticket-records.js';
import { LIVE_STATUSES } from './ticket-status.js';
import { Ticket } from './ticket.entity.js';

/**
 * Whoever waits in the hall goes on waiting with the number they have, under the case that is kept. Who had two numbers
 * keeps that of the case that is kept. The job is safe to repeat.
 */
@Injectable()
export class MergedTickets implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly people: PeopleService,
    private readonly records: TicketRecords,
    private readonly missed: MissedTickets,
    private readonly bookings: BookingTransfer,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(REGISTRATION_MERGED, 'queue.merge', (merged) => this.merge(merged));
  }

  merge({ postId, requestId, registrationId, keptId }: Announcement): Promise<void> {
    const caller = systemCaller(postId, requestId);
    const [mergedId, kept] = [String(registrationId), String(keptId)];
    return this.database.transaction([postId], async (tx) => {
      await lockCases(tx, [mergedId, kept]);
      if ((await this.people.registration(tx, mergedId)).status !== 'merged') return;
      const ticket = await this.live(tx, mergedId);
      if (!ticket) return;
      const open = isOpen((await this.people.registration(tx, kept)).status);
      if (open && !(await this.live(tx, kept))) {
        await this.bookings.handOver(tx, caller, ticket.bookingId, kept);
        await tx.update(Ticket, { id: ticket.id }, { registrationId: kept, version: () => 'version + 1' });
        await this.records.record(tx, caller, ticket, 'queue.merged', { from: mergedId, to: kept });
      } else if (ticket.status === 'waiting' || ticket.status === 'parked')
        await this.missed.miss(tx, caller, ticket, 'withdrawn');
    });
  }

  private async live(tx: EntityManager, registrationId: string): Promise<Ticket | undefined> {
    const found = await tx.findOne(Ticket, {
      where: { registrationId, status: In(LIVE_STATUSES) },
      lock: { mode: 'pessimistic_write' },
    });
    return found ?? undefined;
  }
}
