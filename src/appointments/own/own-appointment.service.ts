import { Injectable } from '@nestjs/common';
import { type Caller, onlyPost } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { Problem } from '../../platform/problems/problem.js';
import { toAppointmentResponse } from '../appointment-response.js';
import type { AppointmentResponse } from '../appointments.dto.js';
import { AppointmentsService } from '../appointments.service.js';
import { BookingRecords } from '../bookings/booking-records.js';
import { DEFAULT_SERVICE } from '../slots/default-service.js';
import { serviceOfSlot } from '../slots/coming-slot.js';
import type { ChosenTimeRequest, EarlierWishResponse, OwnChoices } from './own-appointment.dto.js';
import { OwnParty } from './own-party.js';
import { PartyMoving } from './party-moving.js';
import { CHOICES_SQL, WISH_SQL } from './own-appointment.sql.js';

const CHOICES = 24;
/** Nobody can come sooner after choosing. */
const MINUTES_AHEAD = 60;

/**
 * What people do with their own appointment. A seat is theirs alone: it is given back, never handed on. Under duress they have
 * none and no time is free: a captor learns of nothing that they come to, and gets them nowhere.
 */
@Injectable()
export class OwnAppointmentService {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly party: OwnParty,
    private readonly moving: PartyMoving,
    private readonly appointments: AppointmentsService,
    private readonly records: BookingRecords,
  ) {}

  /** Times that the person can choose, with seats for the children with them too. */
  choices(caller: Caller): Promise<OwnChoices> {
    return this.database.transaction(caller.posts, async (tx) => {
      if (caller.duress) return { items: [] };
      const seats = await this.party.seats(tx, caller);
      const params = [onlyPost(caller), DEFAULT_SERVICE, MINUTES_AHEAD, CHOICES, seats];
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
    return this.idempotency.transaction(caller.posts, idempotent, async (tx) => {
      if (caller.duress) throw new Problem('conflict', 'slot-full');
      const { id, postId } = await this.party.own(tx, caller);
      const service = await serviceOfSlot(tx, postId, slotId);
      const wish = { slotId, service, chosen: true };
      return toAppointmentResponse(await this.appointments.book(tx, caller, { id, postId }, wish));
    });
  }

  /**
   * Another time instead, for the children with the person too. Where it is taken meanwhile all keep what they have.
   * @throws Problem `not-found`, `stale` (412), `booking-over`, `slot-full` (409), `invalid-input`
   */
  reschedule(caller: Caller, version: number, { slotId }: ChosenTimeRequest): Promise<AppointmentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const party = await this.party.booked(tx, caller, version);
      return toAppointmentResponse(await this.moving.move(tx, caller, party, slotId));
    });
  }

  /**
   * Gives the appointment back, and those of the children with the person; their seats can be had by others a while
   * later. @throws as {@link reschedule}
   */
  cancel(caller: Caller, version: number): Promise<AppointmentResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const party = await this.party.booked(tx, caller, version);
      for (const { booking } of party) await this.records.move(tx, caller, booking, 'cancelled');
      return toAppointmentResponse((await this.records.byId(tx, party[0].booking.id))!);
    });
  }

  /** Whether the person would come earlier: then a seat that becomes free is given to them, and they are told. */
  wishEarlier(caller: Caller, version: number, wanted: boolean): Promise<EarlierWishResponse> {
    return this.database.transaction(caller.posts, async (tx) => {
      const [{ booking }] = await this.party.booked(tx, caller, version);
      const [[changed]] = await tx.query<[{ version: number }[], number]>(WISH_SQL, [booking.id, wanted]);
      if (!changed) throw new Problem('conflict', 'booking-over');
      await this.records.record(tx, caller, booking, 'appointment.earlier-wished', { wanted });
      return { wanted, version: changed.version };
    });
  }
}
