import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppointmentsService } from '../../appointments/appointments.service.js';
import type { Booking } from '../../appointments/bookings/booking.entity.js';
import { expectedStart } from '../../appointments/call-plan/expected-start.js';
import { returnTime } from '../../appointments/call-plan/return-time.js';
import type { CallState } from '../../appointments/call-plan/call-state.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Environment } from '../../platform/config/environment.js';
import { dayAndTime } from '../../platform/i18n/formats.js';
import { Problem } from '../../platform/problems/problem.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { bandOfRank } from '../../triage/band.js';
import { CallStateReader } from '../call-rounds/call-state-reader.js';

/** So many minutes before their time people are let in. */
const EARLY = 20;

/**
 * Where a post calls by plan, whoever stands before a kiosk long before their turn is told when to come back, so that they
 * need not wait for it: on the screen and, printed, on paper. They keep their place, and are not called before that time.
 */
@Injectable()
export class PaperTimes {
  constructor(
    private readonly life: RegistrationLife,
    private readonly appointments: AppointmentsService,
    private readonly states: CallStateReader,
    private readonly environment: Environment,
  ) {}

  /**
   * Joins the caller's transaction.
   * @returns what to tell the person: Problem `come-back-later` (409) with day and time; nothing where they may come in
   * @throws Problem `not-found`, `not-open` (409)
   */
  async tooEarly(tx: EntityManager, caller: Caller, registrationId: string): Promise<Problem | undefined> {
    const { postId } = await this.life.requireOpen(tx, registrationId);
    const setting = await this.states.setting(tx, postId);
    const booking = await this.appointments.liveOf(tx, registrationId);
    if (!setting || booking?.status !== 'booked' || booking.calledForwardAt || booking.bandRank === 0)
      return undefined;
    const early = EARLY * this.environment.PLAN_MINUTE_SECONDS * 1000;
    const at = booking.returnAt ?? this.timeFor(booking, await this.states.read(tx, postId, setting));
    if (!at || at.getTime() - setting.now.getTime() <= early) return undefined;
    if (!booking.returnAt) await this.appointments.tellToComeBack(tx, caller, booking, at);
    return new Problem('conflict', 'come-back-later', {
      params: dayAndTime(at, caller.locale, setting.timeZone),
    });
  }

  /** When the turn comes, but never after the appointment. @returns nothing where it comes soon, or nobody can say */
  private timeFor(booking: Booking, state: CallState): Date | undefined {
    const minute = this.environment.PLAN_MINUTE_SECONDS * 1000;
    const appointment = booking.startsAt.getTime() / minute;
    const person = {
      personId: booking.id,
      band: bandOfRank(booking.bandRank),
      caseType: booking.slot.service.code,
      travel: 0,
      inLineSince: booking.inLineSince.getTime() / minute,
      hasPhone: false,
    };
    const others = <T extends { personId: string }>(people: readonly T[]) =>
      people.filter(({ personId }) => personId !== booking.id);
    const standing = {
      ...state,
      underWay: others(state.underWay),
      toBeCalled: [...others(state.toBeCalled), person],
    };
    const turn = expectedStart(standing, booking.id);
    if (!turn || turn.at - state.now <= EARLY) return undefined;
    const wanted = returnTime(standing, booking.id) ?? Infinity;
    const at = Math.min(wanted, appointment > state.now ? appointment : Infinity);
    return Number.isFinite(at) ? new Date(at * minute) : undefined;
  }
}
