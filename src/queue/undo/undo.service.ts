import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BookingTakeBack } from '../../appointments/bookings/booking-take-back.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/problems/problem.js';
import { refusedBy } from '../../platform/problems/refused-by.js';
import { CounterRecords } from '../counters/counter-records.js';
import { changedMeanwhile, lastChange } from '../tickets/last-change.js';
import type { LockedTicket } from '../tickets/locked-ticket.sql.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import type { TicketResponse } from '../tickets/tickets.dto.js';
import { TAKE_BACK_SQL } from '../transfers/transfers.sql.js';
import { mayUndo, type UndoableAct } from './undo-rule.js';
import { CALLED_TO_SQL, RESTORE_SQL } from './undo.sql.js';

/** What an officer can still take back. */
export interface UndoOffer {
  act: UndoableAct;
  secondsLeft: number;
  ticket: TicketResponse;
}

/** Takes back what an officer has just done by mistake, while nothing else happened since. Both stay on record. */
@Injectable()
export class UndoService {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketRecords,
    private readonly counters: CounterRecords,
    private readonly bookings: BookingTakeBack,
  ) {}

  /**
   * @throws Problem `not-found`, `ticket-changed` (412) with who did what since, 409: `undo-too-late`, `no-counter`,
   *   `undo-counter-taken`, `booking-over`
   */
  async undo(caller: Caller, id: string, version: number): Promise<TicketResponse> {
    return this.database
      .transaction(caller.posts, (tx) => this.takeBack(tx, caller, id, version))
      .catch(refusedBy({ one_person_per_counter: 'undo-counter-taken' }));
  }

  /** What the caller can take back of a ticket now; nothing where there is nothing. @throws Problem `not-found` */
  offer(caller: Caller, id: string): Promise<UndoOffer | undefined> {
    return this.database.transaction(caller.posts, async (tx) => {
      const ticket = await this.tickets.response(tx, id);
      const answer = mayUndo(await lastChange(tx, id), caller.id);
      return typeof answer === 'string'
        ? undefined
        : { act: answer.act, secondsLeft: answer.secondsLeft, ticket };
    });
  }

  private async takeBack(tx: EntityManager, caller: Caller, id: string, version: number) {
    const ticket = await this.tickets.forChange(tx, id);
    if (ticket.version !== version) throw await changedMeanwhile(tx, id);
    const answer = mayUndo(await lastChange(tx, id), caller.id);
    if (answer === 'not-own') throw await changedMeanwhile(tx, id);
    if (answer === 'too-late') throw new Problem('conflict', 'undo-too-late');
    const { act, to } = answer;
    const session = to === 'parked' ? null : await this.freeCounter(tx, caller, id);
    await tx.query(RESTORE_SQL, [id, to, session]);
    if (act === 'transferred') await tx.query(TAKE_BACK_SQL, [id]);
    if (act === 'finished' || act === 'missed') await this.bookings.takeBack(tx, caller, bookingOf(ticket));
    await this.tickets.record(tx, caller, ticket, 'queue.undone', { act, to });
    return this.tickets.response(tx, id);
  }

  /** The counter that the person was called to, still the officer's and with nobody at it. It is locked against a call. */
  private async freeCounter(tx: EntityManager, caller: Caller, id: string): Promise<string> {
    const own = await this.counters.ownForChange(tx, caller);
    const [calledTo] = await tx.query<{ id: string }[]>(CALLED_TO_SQL, [id]);
    if (!own || own.id !== calledTo?.id) throw new Problem('conflict', 'no-counter');
    if (await this.counters.ticketAt(tx, own.id)) throw new Problem('conflict', 'undo-counter-taken');
    return own.id;
  }
}

const bookingOf = ({ bookingId, registrationId, postId }: LockedTicket) => ({
  id: bookingId,
  registrationId,
  postId,
});
