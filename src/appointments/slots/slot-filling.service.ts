import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/ids.js';
import { OpeningReader } from '../opening/opening-reader.js';
import { overlap } from '../opening/opening-times.js';
import { type PlannedSlot, planSlots } from './slot-plan.js';
import { NEW_SEATS_SQL, NEW_SLOTS_SQL, SERVICE_FACTS_SQL, UNPLANNED_SEATS_SQL } from './slots.sql.js';

/** How far ahead seats are always there to be had. */
export const DAYS_AHEAD = 14;

interface ServiceFacts {
  id: string;
  minutes: number;
  time_zone: string;
  counters: number;
  now: Date;
}

/**
 * Brings slots and their seats, one seat a counter, to what the plan says. Safe to repeat. Seats that are booked stay,
 * also where the plan has changed: their people are told by an officer.
 */
@Injectable()
export class SlotFilling {
  constructor(private readonly opening: OpeningReader) {}

  /**
   * In the caller's transaction; others who fill the same service wait until it ends.
   * @returns how many seats are new; none where the post does not offer the service
   */
  async fill(tx: EntityManager, postId: string, service: string, days = DAYS_AHEAD): Promise<number> {
    const [facts] = await tx.query<ServiceFacts[]>(SERVICE_FACTS_SQL, [postId, service]);
    if (!facts) return 0;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('slots ' || $1, 0))`, [facts.id]);
    const slots = await this.planned(tx, postId, facts, days);
    const starts = slots.map(({ startsAt }) => startsAt);
    await tx.query(NEW_SLOTS_SQL, [
      postId,
      facts.id,
      slots.map(() => newId()),
      starts,
      slots.map(({ endsAt }) => endsAt),
    ]);
    await tx.query(UNPLANNED_SEATS_SQL, [facts.id, facts.counters, days, starts]);
    const [made] = await tx.query<{ seats: number }[]>(NEW_SEATS_SQL, [facts.id, facts.counters, starts]);
    return made?.seats ?? 0;
  }

  private async planned(
    tx: EntityManager,
    postId: string,
    { time_zone: timeZone, minutes, now }: ServiceFacts,
    days: number,
  ): Promise<PlannedSlot[]> {
    const { closures, ...facts } = await this.opening.of(tx, postId, timeZone);
    return planSlots({ ...facts, minutes }, now, days).filter(
      ({ startsAt: from, endsAt: to }) => !closures.some((closure) => overlap({ from, to }, closure)),
    );
  }
}
