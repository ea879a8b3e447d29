import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { BookingTransfer } from '../../appointments/bookings/booking-transfer.service.js';
import { systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import { mergedCases } from '../../registrations/merged-cases.js';
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

  merge(announced: Announcement): Promise<void> {
    const { postId, requestId } = announced;
    const caller = systemCaller(postId, requestId);
    return this.database.transaction([postId], async (tx) => {
      const cases = await mergedCases(tx, this.people, announced);
      if (!cases) return;
      const { merged, kept } = cases;
      const ticket = await this.live(tx, merged.id);
      if (!ticket) return;
      if (isOpen(kept.status) && !(await this.live(tx, kept.id))) {
        await this.bookings.handOver(tx, caller, ticket.bookingId, kept.id);
        await tx.update(Ticket, { id: ticket.id }, { registrationId: kept.id, version: () => 'version + 1' });
        await this.records.record(tx, caller, ticket, 'queue.merged', { from: merged.id, to: kept.id });
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
