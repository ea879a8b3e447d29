import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { together } from '../../platform/database/together.js';
import { Problem } from '../../platform/problems/problem.js';
import { changedMeanwhile } from './last-change.js';
import type { LockedTicket } from './locked-ticket.sql.js';
import { TicketRecords } from './ticket-records.js';
import { mayDo, TICKET_ACTS, type TicketAct } from './ticket-status.js';
import { Ticket } from './ticket.entity.js';
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

  /** @throws Problem `not-found`, `ticket-changed` (412), `ticket-state`, `at-another-counter` (409) */
  make(
    caller: Caller,
    id: string,
    version: number,
    act: TicketAct,
    change: (tx: EntityManager, ticket: LockedTicket) => Promise<unknown>,
  ): Promise<TicketResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const ticket = await this.records.forChange(tx, id);
      if (ticket.version !== version) throw await changedMeanwhile(tx, id);
      if (!mayDo(act, ticket.status)) throw new Problem('conflict', 'ticket-state');
      requireOwnCounter(caller, ticket);
      await change(tx, ticket);
      return this.records.response(tx, id);
    });
  }

  /** Writes the act's new status and `change`, and records it. */
  async write(
    tx: EntityManager,
    caller: Caller,
    ticket: Ticket,
    act: TicketAct,
    change: QueryDeepPartialEntity<Ticket> = {},
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    const changed = { ...change, status: TICKET_ACTS[act].to, version: () => 'version + 1' };
    await together(
      tx.update(Ticket, { id: ticket.id }, changed),
      this.records.record(tx, caller, ticket, RECORDED[act], { from: ticket.status, ...detail }),
    );
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
