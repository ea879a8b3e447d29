import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { notFound } from '../../platform/problems/problem.js';
import { type LockedTicket, lockTicket } from './locked-ticket.sql.js';
import { ticketRows, toTicketResponse } from './ticket-rows.js';
import { Ticket } from './ticket.entity.js';
import type { TicketResponse } from './tickets.dto.js';

/** Reads, locks and tells of tickets, in the caller's transaction. */
@Injectable()
export class TicketRecords {
  constructor(
    private readonly audit: AuditLog,
    private readonly live: LiveEvents,
  ) {}

  /** @throws Problem `not-found` */
  async response(tx: EntityManager, id: string): Promise<TicketResponse> {
    const [row] = await ticketRows(tx, 't.id = $1', [id]);
    if (!row) throw notFound();
    return toTicketResponse(row);
  }

  /** {@link response} for somebody who only looks: on record. */
  async read(tx: EntityManager, caller: Caller, id: string): Promise<TicketResponse> {
    const answer = await this.response(tx, id);
    const { postId } = await tx.findOneByOrFail(Ticket, { id });
    await this.audit.record(tx, caller, {
      action: 'queue.ticket-read',
      subject: { kind: 'ticket', id },
      postId,
    });
    return answer;
  }

  /** The ticket, locked after its registration. @throws Problem `not-found` */
  async forChange(tx: EntityManager, id: string): Promise<LockedTicket> {
    const ticket = await lockTicket(tx, id);
    if (!ticket) throw notFound();
    return ticket;
  }

  /** Keeps who did it and tells every process that the queue changed. @param act such as `queue.called` */
  async record(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: Pick<Ticket, 'id' | 'postId'>,
    act: string,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.audit.record(tx, caller, { action: act, subject: { kind: 'ticket', id }, postId, detail });
    this.live.announce(tx, { postId, kind: 'queue' });
  }
}
