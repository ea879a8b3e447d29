import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { type Caller, systemCaller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { type Announcement, Topics } from '../../platform/jobs/topics.js';
import {
  REGISTRATION_DEPARTED,
  REGISTRATION_TRANSFERRED,
  REGISTRATION_WITHDRAWN,
} from '../../registrations/registration.topics.js';
import { BAND_RANK } from '../../triage/band.js';
import { BAND_CHANGED } from '../../triage/triage.topics.js';
import { TriageService } from '../../triage/triage.service.js';
import { needsAfterTriage } from '../skills/skills.js';
import { MissedTickets } from './missed-tickets.js';
import { TicketRecords } from './ticket-records.js';
import { Ticket } from './ticket.entity.js';

/** Keeps waiting numbers true to what earlier stages decide: another band, or a person who no longer wants help or has left. */
@Injectable()
export class TicketFollowing implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly topics: Topics,
    private readonly triage: TriageService,
    private readonly records: TicketRecords,
    private readonly missed: MissedTickets,
  ) {}

  onModuleInit(): void {
    this.topics.subscribe(BAND_CHANGED, 'queue.rank', (changed) => this.follow(changed));
    this.topics.subscribe(REGISTRATION_WITHDRAWN, 'queue.withdraw', (withdrawn) => this.withdraw(withdrawn));
    this.topics.subscribe(REGISTRATION_DEPARTED, 'queue.depart', (left) => this.withdraw(left));
    this.topics.subscribe(REGISTRATION_TRANSFERRED, 'queue.hand-over', (left) => this.withdraw(left));
  }

  /** Moves a person to the place that the band in force gives. */
  follow(changed: Announcement): Promise<void> {
    return this.waiting(changed, (tx, caller, ticket) => this.rank(tx, caller, ticket));
  }

  /** Ends the visit of a person who is no longer helped here. */
  withdraw(withdrawn: Announcement): Promise<void> {
    return this.waiting(withdrawn, (tx, caller, ticket) => this.missed.miss(tx, caller, ticket, 'withdrawn'));
  }

  private async rank(tx: EntityManager, caller: Caller, ticket: Ticket): Promise<void> {
    const { band, reasons } = await this.triage.current(tx, ticket.registrationId);
    const needs = needsAfterTriage(ticket.needs, reasons);
    const bandRank = BAND_RANK[band];
    if (ticket.bandRank === bandRank && ticket.needs.length === needs.length) return;
    await tx.update(Ticket, { id: ticket.id }, { bandRank, needs, version: () => 'version + 1' });
    await this.records.record(tx, caller, ticket, 'queue.ranked', { band });
  }

  /** Only somebody who waits is moved or ended; whoever is at a counter is in an officer's hands. Safe to repeat. */
  private async waiting(
    { postId, requestId, registrationId }: Announcement,
    change: (tx: EntityManager, caller: Caller, ticket: Ticket) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction([postId], async (tx) => {
      const where = { registrationId: String(registrationId), status: In(['waiting', 'parked']) };
      const seen = await tx.findOneBy(Ticket, where);
      if (!seen) return;
      const ticket = await this.records.forChange(tx, seen.id);
      if (ticket.status === 'waiting' || ticket.status === 'parked')
        await change(tx, systemCaller(postId, requestId), ticket);
    });
  }
}
