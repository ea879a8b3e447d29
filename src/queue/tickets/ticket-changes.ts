import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { type AnswerAhead, Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { changedMeanwhile } from './last-change.js';
import type { LockedTicket } from './locked-ticket.sql.js';
import { changeTicket, type TicketChange } from './ticket-change.sql.js';
import { TicketRecords } from './ticket-records.js';
import { mayDo, TICKET_ACTS, type TicketAct } from './ticket-status.js';
import type { Ticket } from './ticket.entity.js';
import type { TicketResponse } from './tickets.dto.js';

/** The past of each act, as the audit log names it. */
const RECORDED: Record<TicketAct, string> = {
  recall: 'queue.called-again',
  start: 'queue.started',
  park: 'queue.parked',
  resume: 'queue.resumed',
  transfer: 'queue.transferred',
  missed: 'queue.missed',
  finish: 'queue.finished',
};

/** The one way in which an officer changes a ticket: lock, compare versions, ask the rules, change. */
@Injectable()
export class TicketChanges {
  constructor(
    private readonly database: Database,
    private readonly records: TicketRecords,
  ) {}

  /**
   * @param change may leave its statements on their way: they and the commit go out together
   * @throws Problem `not-found`, `ticket-changed` (412), `ticket-state`, `at-another-counter` (409)
   */
  make(
    caller: Caller,
    id: string,
    version: number,
    act: TicketAct,
    change: (tx: EntityManager, ticket: LockedTicket) => Promise<AnswerAhead<TicketResponse>>,
  ): Promise<TicketResponse> {
    return this.database.transactionAhead(caller.posts, async (tx) => {
      const ticket = await this.records.forChange(tx, id);
      if (ticket.version !== version) throw await changedMeanwhile(tx, id);
      if (!mayDo(act, ticket.status)) throw new Problem('conflict', 'ticket-state');
      requireOwnCounter(caller, ticket);
      return change(tx, ticket);
    });
  }

  /** Sends the act's new status and `change`, and its record. */
  write(
    tx: EntityManager,
    caller: Caller,
    ticket: Ticket,
    act: TicketAct,
    change: TicketChange = {},
    detail: Record<string, unknown> = {},
  ): AnswerAhead<TicketResponse> {
    return {
      answer: changeTicket(tx, ticket.id, { ...change, status: TICKET_ACTS[act].to }),
      sent: [this.records.record(tx, caller, ticket, RECORDED[act], { from: ticket.status, ...detail })],
    };
  }

  /** {@link TicketRecords.read} */
  read(tx: EntityManager, caller: Caller, id: string): Promise<TicketResponse> {
    return this.records.read(tx, caller, id);
  }

  response(tx: EntityManager, id: string): Promise<TicketResponse> {
    return this.records.response(tx, id);
  }
}

/** A person at a counter is that officer's; a supervisor may step in where the officer is gone. */
function requireOwnCounter(caller: Caller, { officerId }: LockedTicket): void {
  if (officerId !== null && officerId !== caller.id && caller.role !== 'supervisor')
    throw new Problem('conflict', 'at-another-counter');
}
