import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsService } from '../../appointments/appointments.service.js';
import type { Caller } from '../../platform/auth/caller.js';
import { UNDO_SECONDS } from '../undo/undo-rule.js';
import { TicketRecords } from './ticket-records.js';
import type { MissedReason } from './ticket-status.js';
import { Ticket } from './ticket.entity.js';

/**
 * Ends visits that did not come to a counter. Nobody is dropped: the appointment is missed, and whoever is still to be
 * helped is booked again by it.
 */
@Injectable()
export class MissedTickets {
  constructor(
    private readonly records: TicketRecords,
    private readonly appointments: AppointmentsService,
  ) {}

  /** @param ticket locked, and live */
  async miss(tx: EntityManager, caller: Caller, ticket: Ticket, reason: MissedReason): Promise<void> {
    await this.end(tx, caller, ticket, reason);
    const booking = await this.appointments.liveOf(tx, ticket.registrationId);
    if (booking?.id !== ticket.bookingId) return;
    await this.appointments.miss(tx, caller, booking.id, reason === 'did-not-come' ? UNDO_SECONDS : 0);
  }

  /** Ends the number alone; the appointment stands, for a new number. @param ticket locked, and live */
  async end(tx: EntityManager, caller: Caller, ticket: Ticket, reason: MissedReason): Promise<void> {
    await tx.update(
      Ticket,
      { id: ticket.id },
      {
        status: 'missed',
        outcome: reason,
        parkedAt: null,
        endedAt: () => 'now()',
        version: () => 'version + 1',
      },
    );
    await this.records.record(tx, caller, ticket, 'queue.missed', { reason, from: ticket.status });
  }
}
