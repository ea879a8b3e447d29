import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsService } from '../../appointments/appointments.service.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { together } from '../../platform/database/together.js';
import { todayAt } from '../../posts/day-at.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { UNDO_SECONDS } from '../undo/undo-rule.js';
import type { LockedTicket } from './locked-ticket.sql.js';
import { MissedTickets } from './missed-tickets.js';
import { TicketChanges } from './ticket-changes.js';
import { ticketRows, toTicketResponse } from './ticket-rows.js';
import { placeOf } from './queue-order.js';
import type { TicketList, TicketResponse } from './tickets.dto.js';
import type { VisitOutcome } from './ticket-status.js';

type Change = (caller: Caller, id: string, version: number) => Promise<TicketResponse>;

/**
 * What an officer does with a number that was called. Each is refused where the ticket changed since it was looked at.
 * @throws Problem `not-found`, `ticket-changed` (412), `ticket-state`, `at-another-counter` (409)
 */
@Injectable()
export class TicketsService {
  constructor(
    private readonly database: Database,
    private readonly changes: TicketChanges,
    private readonly missedTickets: MissedTickets,
    private readonly appointments: AppointmentsService,
    private readonly life: RegistrationLife,
  ) {}

  /** The person came to the counter. */
  readonly start: Change = (caller, id, version) =>
    this.changes.make(caller, id, version, 'start', async (tx, ticket) => {
      const active = this.activate(tx, ticket);
      const { answer, sent } = this.changes.write(tx, caller, ticket, 'start', {
        servingSince: () => 'now()',
      });
      return { answer, sent: [active, ...sent] };
    });

  /** The person waits aside, with a form to fill in or a copy to fetch, and keeps the place in the order. */
  readonly park: Change = (caller, id, version) =>
    this.changes.make(caller, id, version, 'park', async (tx, ticket) =>
      this.changes.write(tx, caller, ticket, 'park', { parkedAt: () => 'now()', counterSessionId: null }),
    );

  /** The person waits again, in the place that band and appointment give. */
  readonly resume: Change = (caller, id, version) =>
    this.changes.make(caller, id, version, 'resume', async (tx, ticket) =>
      this.changes.write(tx, caller, ticket, 'resume', { parkedAt: null }),
    );

  /** The person did not come when called; the appointment is missed and booked again. */
  readonly missed: Change = (caller, id, version) =>
    this.changes.make(caller, id, version, 'missed', async (tx, ticket) => {
      await this.missedTickets.miss(tx, caller, ticket, 'did-not-come');
      return { answer: this.changes.response(tx, id), sent: [] };
    });

  /** The visit is over and the appointment kept; who has to come back is booked again. An officer who did not say when it began began with the call. */
  finish(caller: Caller, id: string, version: number, outcome: VisitOutcome): Promise<TicketResponse> {
    return this.changes.make(caller, id, version, 'finish', async (tx, ticket) => {
      const change = {
        outcome,
        endedAt: () => 'now()',
        ...(ticket.status === 'called' && { servingSince: () => 'called_at' }),
      };
      const done = outcome === 'done';
      const active = this.activate(tx, ticket);
      const { answer, sent } = this.changes.write(tx, caller, ticket, 'finish', change, { outcome });
      await together(
        active,
        answer,
        ...sent,
        done ? this.appointments.keep(tx, caller, { ...ticket, id: ticket.bookingId }) : Promise.resolve(),
      );
      if (!done) await this.appointments.comeBack(tx, caller, ticket.bookingId, UNDO_SECONDS);
      return { answer, sent };
    });
  }

  /** Whoever comes to a counter is being helped from then on. */
  private async activate(tx: EntityManager, ticket: LockedTicket): Promise<void> {
    if (ticket.registrationStatus === 'received') await this.life.activate(tx, ticket.registrationId);
  }

  /** On record as a read. @throws Problem `not-found` */
  read(caller: Caller, id: string): Promise<TicketResponse> {
    return this.database.transaction(caller.posts, (tx) => this.changes.read(tx, caller, id));
  }

  /** People who wait aside today, in their order. */
  parked(caller: Caller): Promise<TicketList> {
    return this.database.transaction(caller.posts, async (tx) => {
      const rows = await ticketRows(
        tx,
        `t.status = 'parked' AND t.day = ${todayAt('t.post_id')} ORDER BY ${placeOf('t')}`,
        [],
      );
      return { items: rows.map(toTicketResponse) };
    });
  }
}
