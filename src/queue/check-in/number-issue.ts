import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AppointmentsService } from '../../appointments/appointments.service.js';
import type { DayAt } from '../../appointments/bookings/booking-for-today.js';
import { timeTold } from '../../appointments/bookings/booking-status.js';
import type { Caller } from '../../platform/auth/caller.js';
import { oneRow } from '../../platform/database/one-row.js';
import { newId } from '../../platform/ids.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { BAND_RANK } from '../../triage/band.js';
import { TriageService } from '../../triage/triage.service.js';
import { needsOf } from '../skills/skills.js';
import { MissedTickets } from '../tickets/missed-tickets.js';
import { TicketRecords } from '../tickets/ticket-records.js';
import { LIVE_STATUSES } from '../tickets/ticket-status.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { DayEnd } from './day-end.js';
import { DAY_AT_SQL, ISSUE_SQL, NEXT_NUMBER_SQL } from './number-issue.sql.js';

/** Gives a person the next number of the day at their post, in the caller's transaction. */
@Injectable()
export class NumberIssue {
  constructor(
    private readonly life: RegistrationLife,
    private readonly appointments: AppointmentsService,
    private readonly triage: TriageService,
    private readonly records: TicketRecords,
    private readonly missed: MissedTickets,
    private readonly dayEnd: DayEnd,
  ) {}

  /**
   * Numbers of a day have no gaps: the row that counts them is locked until the transaction ends.
   * @returns the ticket's id: a new one, or the one that the person has
   * @throws Problem `not-found`, `not-open`, `no-appointment`, `no-appointment-today` (409)
   */
  async issue(tx: EntityManager, caller: Caller, registrationId: string): Promise<string> {
    const { postId, language } = await this.life.requireOpen(tx, registrationId);
    const day = (await tx.query<DayAt[]>(DAY_AT_SQL, [postId]))[0]!;
    const live = await tx.findOneBy(Ticket, { registrationId, status: In(LIVE_STATUSES) });
    if (live?.day === day.today) return live.id;
    if (live) await this.missed.end(tx, caller, live, 'day-ended');
    const booking = await this.appointments.checkIn(tx, caller, registrationId, day);
    const { band, reasons } = await this.triage.current(tx, registrationId);
    const id = newId();
    const asked = [postId, day.today, LIVE_STATUSES];
    const { number, first } = await oneRow<{ number: number; first: boolean }>(tx, NEXT_NUMBER_SQL, asked);
    const needs = needsOf({ language, reasons, service: booking.slot.service.code });
    const place = [BAND_RANK[band], timeTold(booking), needs];
    await tx.query(ISSUE_SQL, [id, postId, registrationId, booking.id, day.today, number, ...place]);
    await this.records.record(tx, caller, { id, postId }, 'queue.checked-in', {
      registration: registrationId,
      number,
    });
    if (first) await this.dayEnd.schedule(tx, postId);
    return id;
  }
}
