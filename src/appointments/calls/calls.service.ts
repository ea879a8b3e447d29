import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MessageKind } from '../../notifications/message-kinds.js';
import { Messages } from '../../notifications/messages.service.js';
import type { Caller } from '../../platform/auth/caller.js';
import { BookingRecords } from '../bookings/booking-records.js';
import { readNextOpen } from '../opening/next-open.js';
import {
  CALL_SQL,
  LAPSE_SQL,
  MARK_CALLED_SQL,
  RECALL_SQL,
  TAKE_UP_SQL,
  WITHDRAW_CALLS_SQL,
} from './calls.sql.js';

/** Somebody to be called: booking, and times in minutes of the plan since 1970. */
export interface PlannedCall {
  id: string;
  dueAt: number;
  expectedAt: number;
  /** Minutes of their way, as estimated. */
  travel: number;
}

/** How a post calls people, in minutes. */
export interface CallWaits {
  travelMinutes: number;
  graceMinutes: number;
}

interface Called {
  id: string;
  registrationId: string;
}

/** Tells people at home to set out, tells them again, and gives back their place in the line. Joins the caller's transaction. */
@Injectable()
export class CallsService {
  constructor(
    private readonly records: BookingRecords,
    private readonly messages: Messages,
  ) {}

  /**
   * Carries a plan out. Whoever was called meanwhile, cancelled or came is left out, so that two planners at once call
   * nobody twice. @returns the bookings that were called now
   */
  async call(
    tx: EntityManager,
    caller: Caller,
    postId: string,
    plan: readonly PlannedCall[],
  ): Promise<string[]> {
    if (plan.length === 0) return [];
    const written = await tx.query<{ id: string; attempt: number }[]>(CALL_SQL, [
      postId,
      JSON.stringify(plan),
    ]);
    const ids = written.map(({ id }) => id);
    if (ids.length === 0) return [];
    const [called] = await tx.query<[Called[], number]>(MARK_CALLED_SQL, [ids]);
    const calledIds = called.map(({ id }) => id);
    if (calledIds.length < ids.length) await tx.query(WITHDRAW_CALLS_SQL, [ids, calledIds]);
    for (const booking of called) {
      const attempt = written.find(({ id }) => id === booking.id)!.attempt;
      await this.records.record(tx, caller, { ...booking, postId }, 'appointment.called-forward', {
        to: 'zone',
        attempt,
      });
      await this.tell(tx, postId, booking, 'come-to-zone', `come-to-zone ${booking.id} ${attempt}`);
    }
    return calledIds;
  }

  /**
   * Takes up whoever was told by hand, tells those again who did not come, while the post is open, and lets others go first
   * after a while.
   */
  async follow(tx: EntityManager, caller: Caller, postId: string, waits: CallWaits): Promise<void> {
    await tx.query(TAKE_UP_SQL, [postId, waits.travelMinutes]);
    const [lapsed] = await tx.query<[(Called & { attempt: number })[], number]>(LAPSE_SQL, [
      postId,
      waits.graceMinutes,
    ]);
    for (const { attempt, ...booking } of lapsed) {
      const detail = { attempt, reason: 'did-not-come' };
      await this.records.record(tx, caller, { ...booking, postId }, 'appointment.call-lapsed', detail);
      await this.tell(tx, postId, booking, 'your-turn-missed', `call-missed ${booking.id} ${attempt}`);
    }
    if (!(await readNextOpen(tx, postId)).now) return;
    const [recalled] = await tx.query<[(Called & { attempt: number; to: 'zone' | 'hall' })[], number]>(
      RECALL_SQL,
      [postId, waits.graceMinutes],
    );
    for (const { attempt, to, ...booking } of recalled) {
      await this.records.record(tx, caller, { ...booking, postId }, 'appointment.called-again', {
        attempt,
        to,
      });
      const kind = to === 'zone' ? 'come-to-zone' : 'come-now';
      await this.tell(tx, postId, booking, kind, `call-again ${booking.id} ${attempt}`);
    }
  }

  private async tell(
    tx: EntityManager,
    postId: string,
    { registrationId: recipientId }: Called,
    kind: MessageKind,
    once: string,
  ): Promise<void> {
    await this.messages.queue(tx, { postId, recipientId, kind, once });
  }
}
