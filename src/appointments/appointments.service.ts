import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/auth/caller.js';
import { notFound } from '../platform/problems/problem.js';
import { PeopleService } from '../registrations/people.service.js';
import type { CaseName } from '../registrations/case-name.js';
import { isOpen } from '../registrations/registration-status.js';
import { BAND_RANK } from '../triage/band.js';
import { TriageService } from '../triage/triage.service.js';
import { AppointmentMessages } from './appointment-messages.js';
import type { Booking } from './bookings/booking.entity.js';
import { type BookingName, BookingRecords } from './bookings/booking-records.js';
import { bookingForToday, type DayAt } from './bookings/booking-for-today.js';
import { mayBecome } from './bookings/booking-status.js';
import { COME_BACK_SQL, COME_NOW_SQL, RANK_SQL } from './bookings/bookings.sql.js';
import { DEFAULT_SERVICE } from './slots/default-service.js';
import { readNextOpen } from './opening/next-open.js';
import { SeatTaking, type SeatWish } from './bookings/seat-taking.service.js';

/** When tomorrow begins at a post. Parameter: post. */
const TOMORROW_SQL = `
  SELECT (date_trunc('day', now() AT TIME ZONE time_zone) + interval '1 day') AT TIME ZONE time_zone AS at
  FROM post WHERE id = $1`;

/** What is wished for; all may be left open. */
export interface BookingWish extends Pick<SeatWish, 'slotId' | 'from' | 'chosen'> {
  service?: string;
}

/** Appointments as the stages around them see them: every method joins the caller's transaction. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly people: PeopleService,
    private readonly triage: TriageService,
    private readonly seats: SeatTaking,
    private readonly records: BookingRecords,
    private readonly messages: AppointmentMessages,
  ) {}

  /** The booking that a person can still come to (with slot and service), if any. */
  liveOf(tx: EntityManager, registrationId: string): Promise<Booking | undefined> {
    return this.records.liveOf(tx, registrationId);
  }

  /**
   * Books the earliest free seat, or one in the slot wished for. An urgent person for whom no seat is free today may come at
   * once, or when the post opens, in the same act. @param registration open, and locked by the caller
   * @throws Problem `already-booked`, `slot-full`, `no-free-seat` (all 409)
   */
  async book(
    tx: EntityManager,
    caller: Caller,
    registration: CaseName,
    { service = DEFAULT_SERVICE, ...wish }: BookingWish = {},
  ): Promise<Booking> {
    const { id: registrationId, postId } = registration;
    const { band } = await this.triage.current(tx, registrationId);
    const bandRank = BAND_RANK[band];
    const bookingId = await this.seats.take(tx, { registrationId, postId, service, bandRank, ...wish });
    const booked = (await this.records.byId(tx, bookingId))!;
    const sooner = band === 'urgent' && !wish.slotId && !wish.from;
    const booking = sooner ? await this.letComeSooner(tx, caller, booked) : booked;
    const calledForward = booking.calledForwardAt !== null;
    await this.records.record(tx, caller, booking, 'appointment.booked', { service, band, calledForward });
    return booking;
  }

  /**
   * Somebody has come, for the first time or again.
   * @returns their booking. @throws Problem `no-appointment`, `no-appointment-today`, `booking-over` (all 409)
   */
  async checkIn(tx: EntityManager, caller: Caller, registrationId: string, day: DayAt): Promise<Booking> {
    const booking = bookingForToday(await this.liveOf(tx, registrationId), day, caller.locale);
    if (booking.status !== 'checked-in') await this.records.move(tx, caller, booking, 'checked-in');
    return booking;
  }

  /** Somebody who had checked in has been served. @throws Problem `booking-over` (409) */
  keep(tx: EntityManager, caller: Caller, booking: BookingName): Promise<void> {
    return this.records.move(tx, caller, booking, 'kept');
  }

  /**
   * Somebody was seen and has to come back: the visit was kept, and they are booked again, from tomorrow on, and told.
   * @param tellAfter seconds in which an officer may still think better of it
   * @throws Problem `booking-over`, `no-free-seat` (409)
   */
  async comeBack(tx: EntityManager, caller: Caller, bookingId: string, tellAfter: number): Promise<void> {
    const booking = await this.found(tx, bookingId);
    const registration = await this.people.registrationForChange(tx, booking.registrationId);
    await this.records.move(tx, caller, booking, 'kept');
    const [tomorrow] = await tx.query<{ at: Date }[]>(TOMORROW_SQL, [booking.postId]);
    const wish = { service: booking.slot.service.code, from: tomorrow!.at };
    await this.messages.bookedAgain(tx, await this.book(tx, caller, registration, wish), tellAfter);
  }

  /**
   * Somebody did not come, or not when called. They are booked again at once where they are still to be helped, and told.
   * @param tellAfter seconds in which an officer may still think better of it
   * @returns the new booking. @throws Problem `booking-over`, `no-free-seat` (409)
   */
  async miss(
    tx: EntityManager,
    caller: Caller,
    bookingId: string,
    tellAfter = 0,
  ): Promise<Booking | undefined> {
    const booking = await this.found(tx, bookingId);
    const registration = await this.people.registrationForChange(tx, booking.registrationId);
    await this.records.move(tx, caller, booking, 'missed');
    if (!isOpen(registration.status)) return undefined;
    const anew = await this.book(tx, caller, registration, { service: booking.slot.service.code });
    await this.messages.bookedAgain(tx, anew, tellAfter);
    return anew;
  }

  /**
   * Gives a booked person their new band; somebody newly urgent may come at once, or when the post opens, unless the seat
   * is today. @returns the booking where they may come sooner from now on
   */
  async rank(tx: EntityManager, caller: Caller, booking: Booking): Promise<Booking | undefined> {
    const { band } = await this.triage.current(tx, booking.registrationId);
    const [ranked] = await tx.query<[unknown[], number]>(RANK_SQL, [booking.id, BAND_RANK[band]]);
    if (ranked.length === 0) return undefined;
    const sooner = band === 'urgent' && booking.calledForwardAt === null;
    const now = sooner ? await this.letComeSooner(tx, caller, booking) : booking;
    const detail = { band, calledForward: now.calledForwardAt !== null };
    await this.records.record(tx, caller, booking, 'appointment.ranked', detail);
    return now === booking ? undefined : now;
  }

  /** Somebody is told a time of their own, before that of the seat; until then they are not called. */
  async tellToComeBack(tx: EntityManager, caller: Caller, booking: BookingName, at: Date): Promise<void> {
    await tx.query(COME_BACK_SQL, [booking.id, at]);
    const detail = { at: at.toISOString() };
    await this.records.record(tx, caller, booking, 'appointment.told-to-come-back', detail);
  }

  /** Gives back the appointment of somebody who has not come yet and will not. Safe to repeat. */
  async release(tx: EntityManager, caller: Caller, registrationId: string): Promise<void> {
    const booking = await this.liveOf(tx, registrationId);
    if (booking && mayBecome(booking.status, 'cancelled'))
      await this.records.move(tx, caller, booking, 'cancelled');
  }

  /** The booking as it is then; the same one where the seat is of the day on which they could come. */
  private async letComeSooner(tx: EntityManager, caller: Caller, booking: Booking): Promise<Booking> {
    const open = await readNextOpen(tx, booking.postId);
    if (!open.isDayBefore(booking.startsAt)) return booking;
    if (open.now) await tx.query(COME_NOW_SQL, [booking.id]);
    else await this.tellToComeBack(tx, caller, booking, open.at);
    return (await this.records.byId(tx, booking.id))!;
  }

  private async found(tx: EntityManager, bookingId: string): Promise<Booking> {
    const booking = await this.records.byId(tx, bookingId);
    if (!booking) throw notFound();
    return booking;
  }
}
