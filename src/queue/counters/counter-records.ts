import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Caller } from '../../platform/auth/caller.js';
import { LiveEvents } from '../../platform/live/live-events.js';
import { Counter } from '../../posts/counter.entity.js';
import { ticketRows, toTicketResponse } from '../tickets/ticket-rows.js';
import type { TicketResponse } from '../tickets/tickets.dto.js';
import { CounterSession } from './counter-session.entity.js';
import type { CounterSessionResponse } from './counters.dto.js';

/** An officer's counter. */
export interface OwnCounter {
  id: string;
  paused: boolean;
}

const OWN_SQL = `
  SELECT id, paused_at IS NOT NULL AS paused FROM counter_session
  WHERE account_id = $1 AND closed_at IS NULL FOR NO KEY UPDATE`;

/** Reads and locks counters at work, in the caller's transaction. */
@Injectable()
export class CounterRecords {
  constructor(
    private readonly audit: AuditLog,
    private readonly live: LiveEvents,
  ) {}

  /** The counter that the caller has open, if any. */
  async ownOf(tx: EntityManager, caller: Caller): Promise<CounterSession | undefined> {
    return (await tx.findOneBy(CounterSession, { accountId: caller.id!, closedAt: IsNull() })) ?? undefined;
  }

  /** The same, locked: an officer's clicks on one counter wait for each other. */
  ownForChange(tx: EntityManager, caller: Caller): Promise<CounterSession | undefined> {
    return this.openForChange(tx, 'account_id', caller.id!);
  }

  /** Locked less than for update, so that a call which is being written down meanwhile need not wait. */
  async openForChange(
    tx: EntityManager,
    column: 'id' | 'account_id',
    value: string,
  ): Promise<CounterSession | undefined> {
    const [locked] = await tx.query<{ id: string }[]>(
      `SELECT id FROM counter_session WHERE ${column} = $1 AND closed_at IS NULL FOR NO KEY UPDATE`,
      [value],
    );
    return locked && tx.findOneByOrFail(CounterSession, { id: locked.id });
  }

  /** The caller's counter, locked in one statement. */
  async lockOwn(tx: EntityManager, caller: Caller): Promise<OwnCounter | undefined> {
    return (await tx.query<OwnCounter[]>(OWN_SQL, [caller.id]))[0];
  }

  /** The person who is at a counter or called there, if any. */
  async ticketAt(tx: EntityManager, sessionId: string): Promise<TicketResponse | undefined> {
    const [row] = await ticketRows(tx, "t.counter_session_id = $1 AND t.status IN ('called', 'serving')", [
      sessionId,
    ]);
    return row && toTicketResponse(row);
  }

  async response(tx: EntityManager, session: CounterSession): Promise<CounterSessionResponse> {
    const { number } = await tx.findOneByOrFail(Counter, { id: session.counterId });
    return {
      id: session.id,
      counterId: session.counterId,
      number,
      state: session.pausedAt ? 'paused' : 'open',
      openedAt: session.openedAt.toISOString(),
      ticket: (await this.ticketAt(tx, session.id)) ?? null,
    };
  }

  /** Keeps who did it and tells every process that counters changed. */
  async record(
    tx: EntityManager,
    caller: Caller,
    { id, postId }: Pick<CounterSession, 'id' | 'postId'>,
    act: string,
  ): Promise<void> {
    await this.audit.record(tx, caller, { action: act, subject: { kind: 'counter-session', id }, postId });
    this.live.announce(tx, { postId, kind: 'counters' });
  }
}
