import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { newId } from '../../platform/ids.js';
import { PeopleService } from '../../registrations/people.service.js';
import type { LockedTicket } from '../tickets/locked-ticket.sql.js';
import { TicketChanges } from '../tickets/ticket-changes.js';
import type { TicketResponse } from '../tickets/tickets.dto.js';
import { needsAfter } from './handed-over.js';
import { TransferTargets } from './transfer-targets.js';
import type { TransferRequest } from './transfers.dto.js';
import { IN_THE_HALL, TRANSFER_SQL } from './transfers.sql.js';

/** Hands people at a counter over to another, with a note. They keep their place, and so are next there. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly changes: TicketChanges,
    private readonly targets: TransferTargets,
    private readonly people: PeopleService,
  ) {}

  /**
   * @throws Problem `not-found`, `ticket-changed` (412), `invalid-input`, 409: `ticket-state`, `at-another-counter`,
   *   `counter-not-open`, `nobody-has-skill`, `counter-not-trained`, `erased`
   */
  transfer(caller: Caller, id: string, version: number, request: TransferRequest): Promise<TicketResponse> {
    return this.changes.make(caller, id, version, 'transfer', async (tx, ticket) => {
      const { to, serviceTypeId } = await this.targets.of(tx, ticket, request);
      const needs = needsAfter(ticket.needs, to);
      await tx.query(TRANSFER_SQL, [
        newId(),
        id,
        ticket.postId,
        ticket.registrationId,
        caller.id,
        ticket.counterSessionId,
        ticket.needs,
        ticket.counterId,
        ticket.serviceTypeId,
        request.note === undefined ? null : await this.sealed(tx, ticket, request.note),
      ]);
      const change = {
        needs,
        counterId: 'counterId' in to ? to.counterId : null,
        serviceTypeId: serviceTypeId ?? ticket.serviceTypeId,
        counterSessionId: null,
        passedOverAt: null,
        calledInAt: () => IN_THE_HALL,
      };
      return this.changes.write(tx, caller, ticket, 'transfer', change, {
        to,
        noted: request.note !== undefined,
      });
    });
  }

  private async sealed(tx: EntityManager, { registrationId }: LockedTicket, note: string): Promise<Buffer> {
    const { person } = await this.people.registration(tx, registrationId);
    return this.people.key(person).seal('ticket-note', note);
  }
}
