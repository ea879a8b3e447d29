import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeptCase } from '../../duplicates/merging/kept-case.js';
import { Messages } from '../../notifications/messages.service.js';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { requireVersion } from '../../platform/http/entity-tag.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { notFound, Problem } from '../../platform/problems/problem.js';
import { RegistrationLife } from '../../registrations/registration-life.service.js';
import { toAppointmentResponse } from '../appointment-response.js';
import type { AppointmentResponse } from '../appointments.dto.js';
import { AppointmentsService } from '../appointments.service.js';
import { BookingRecords } from '../booking-records.js';
import type { Booking } from '../booking.entity.js';
import { DEFAULT_SERVICE } from '../default-service.js';
import { ComingSlots } from '../slots/coming-slots.js';
import type { ChosenTimeRequest, EarlierWishResponse, OwnChoices } from './own-appointment.dto.js';
import { CHOICES_SQL, WISH_SQL } from './own-appointment.sql.js';

const CHOICES = 24;
/** Nobody can come sooner after choosing. */
const MINUTES_AHEAD = 60;

/** What people do with their own appointment. A seat is theirs alone: it is given back, never handed on. */
@Injectable()
export class OwnAppointmentService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly kept: KeptCase,
    private readonly life: RegistrationLife,
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
    private readonly slots: ComingSlots,
    private readonly messages: Messages,
  ) {}

  /** Times that the person can choose. */
  choices(caller: Caller): Promise<OwnChoices> {
    return this.database.transaction(caller.posts, async (tx) => {
      const params = [onlyPost(caller), DEFAULT_SERVICE, MINUTES_AHEAD, CHOICES];
      const rows = await tx.query<{ slotId: string; startsAt: Date; endsAt: Date }[]>(CHOICES_SQL, params);
      return {
        items: rows.map(({ slotId, startsAt, endsAt }) => ({
          slotId,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        })),
      };
    });
  }

  /** Books a person who has none. @throws Problem `not-open`, `already-booked`, `slot-full` (409), `invalid-input` */
  book(
    caller: Caller,
    { slotId }: ChosenTimeRequest,
    idempotent: IdempotentRequest,
  ): Promise<AppointmentResponse> {
    return this.database.transaction(caller.posts, (tx) =>
      this.idempotency.once(tx, idempotent, async () => {
        const { id, postId } = await this.openCase(tx, caller);
        const service = await this.slots.serviceOf(tx, postId, slotId);
        const wish = { slotId, service, chosen: true };
        return toAppointmentResponse(await this.appointments.book(tx, caller, { id, postId }, wish));
      }),
    );
  }

  /**
   * Another time instead. Where it is taken meanwhile the person keeps what they have.
   * @throws Problem `not-found`, `stale` (412), `booking-over`, `slot-full` (409), `invalid-input`
   */
  reschedule(caller: Caller, version: number, { slotId }: ChosenTimeRequest): Promise<AppointmentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { id, postId } = await this.openCase(tx, caller);
      const booking = await this.own(tx, id, version);
      const service = await this.slots.serviceOf(tx, postId, slotId);
      await this.records.move(tx, caller, booking, 'cancelled');
      const wish = { slotId, service, chosen: true };
      const anew = await this.appointments.book(tx, caller, { id, postId }, wish);
      await this.tell(tx, booking, anew);
      return toAppointmentResponse(anew);
    });
  }

  /** Gives the appointment back; its seat can be had by others a while later. @throws as {@link reschedule} */
  cancel(caller: Caller, version: number): Promise<AppointmentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { id } = await this.openCase(tx, caller);
      const booking = await this.own(tx, id, version);
      await this.records.move(tx, caller, booking, 'cancelled');
      return toAppointmentResponse((await this.records.byId(tx, booking.id))!);
    });
  }

  /** Whether the person would come earlier: then a seat that becomes free is given to them, and they are told. */
  wishEarlier(caller: Caller, version: number, wanted: boolean): Promise<EarlierWishResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const { id } = await this.openCase(tx, caller);
      const booking = await this.own(tx, id, version);
      const [[changed]] = await tx.query<[{ version: number }[], number]>(WISH_SQL, [booking.id, wanted]);
      if (!changed) throw new Problem('conflict', 'booking-over');
      await this.records.record(tx, caller, booking, 'appointment.earlier-wished', { wanted });
      return { wanted, version: changed.version };
    });
  }

  private async openCase(tx: EntityManager, caller: Caller) {
    return this.life.requireOpen(tx, await this.kept.of(tx, caller.id!));
  }

  private async own(tx: EntityManager, registrationId: string, version: number): Promise<Booking> {
    const booking = await this.appointments.liveOf(tx, registrationId);
    if (!booking) throw notFound();
    requireVersion(booking.version, version);
    return booking;
  }

  private async tell(tx: EntityManager, before: Booking, after: Booking): Promise<void> {
    await this.messages.queue(tx, {
      postId: after.postId,
      recipientId: after.registrationId,
      kind: 'appointment-changed',
      facts: { at: after.startsAt.toISOString() },
      once: `appointment-changed ${before.id} ${after.id}`,
    });
  }
}
