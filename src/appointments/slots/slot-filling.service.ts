import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockNamed } from '../../platform/database/lock-named.js';
import { newId } from '../../platform/ids.js';
import { readOpening } from '../opening/read-opening.js';
import { overlap } from '../opening/opening-times.js';
import { type PlannedSlot, planSlots } from './slot-plan.js';
import {
  DROP_SEATS_SQL,
  HELD_SLOTS_SQL,
  NEW_SEATS_SQL,
  NEW_SLOTS_SQL,
  PLAN_AGAIN_SQL,
  SEAT_ANEW_SQL,
  SERVICE_FACTS_SQL,
  UNPLAN_SEATS_SQL,
} from './slots.sql.js';

/** How far ahead seats are always there to be had. */
export const DAYS_AHEAD = 14;

interface ServiceFacts {
  id: string;
  minutes: number;
  active: boolean;
  time_zone: string;
  counters: number;
  now: Date;
}

/** What planning changed, in seats that anybody can have. */
export interface Filled {
  added: number;
  taken: number;
}

/**
 * Brings slots and their seats, one seat a counter, to what the plan says. Safe to repeat. Whoever holds a slot in open
 * time keeps it; whoever holds one that is planned no longer is booked again by {@link Unseated}.
 */
@Injectable()
export class SlotFilling {
  /**
   * In the caller's transaction; others who fill the same service wait until it ends.
   * @returns seats that came and went; none where the post does not offer the service
   */
  async fill(tx: EntityManager, postId: string, service: string, days = DAYS_AHEAD): Promise<Filled> {
    const [facts] = await tx.query<ServiceFacts[]>(SERVICE_FACTS_SQL, [postId, service]);
    if (!facts) return { added: 0, taken: 0 };
    const { id, counters, active } = facts;
    await lockNamed(tx, `slots ${id}`);
    const { planned, open } = await this.plan(tx, postId, facts, days);
    const [starts, openStarts] = [planned, open].map((slots) => slots.map(({ startsAt }) => startsAt));
    const count = async (sql: string, ...parameters: unknown[]) =>
      (await tx.query<[{ seats: number }]>(sql, [id, ...parameters]))[0].seats;
    await tx.query(NEW_SLOTS_SQL, [
      postId,
      id,
      open.map(() => newId()),
      openStarts,
      open.map(({ endsAt }) => endsAt),
    ]);
    let taken = await count(UNPLAN_SEATS_SQL, counters, days, starts, active);
    let added = 0;
    if (active) {
      added += await count(PLAN_AGAIN_SQL, counters, starts);
      added += await count(NEW_SEATS_SQL, counters, openStarts);
    }
    taken += await count(SEAT_ANEW_SQL);
    await tx.query(DROP_SEATS_SQL, [id]);
    return { added, taken };
  }

  /** All slots, and those outside closures. */
  private async plan(
    tx: EntityManager,
    postId: string,
    { id, time_zone: timeZone, minutes, now }: ServiceFacts,
    days: number,
  ): Promise<{ planned: PlannedSlot[]; open: PlannedSlot[] }> {
    const { closures, ...facts } = await readOpening(tx, postId, timeZone);
    const held = await tx.query<PlannedSlot[]>(HELD_SLOTS_SQL, [postId, id]);
    const planned = planSlots({ ...facts, minutes, held }, now, days);
    const isOpen = ({ startsAt: from, endsAt: to }: PlannedSlot) =>
      !closures.some((closure) => overlap({ from, to }, closure));
    return { planned, open: planned.filter(isOpen) };
  }
}
