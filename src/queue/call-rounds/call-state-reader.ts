import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CallState, CounterAtWork } from '../../appointments/call-plan/call-state.js';
import type { CallWaits } from '../../appointments/calls/calls.service.js';
import { Environment } from '../../platform/config/environment.js';
import { readOpening } from '../../appointments/opening/read-opening.js';
import { openingTimes } from '../../appointments/opening/opening-times.js';
import {
  type CalledRow,
  type CounterRow,
  crossing,
  inRoom,
  type LineRow,
  type PresentRow,
  type ToldRow,
  withBand,
} from './call-state-rows.js';
import { LearnedParameters } from './learned-parameters.js';
import {
  COUNTERS_SQL,
  LINE_SQL,
  PRESENT_SQL,
  SETTING_SQL,
  TOLD_SQL,
  UNDER_WAY_SQL,
  USUAL_COUNTERS_SQL,
} from './state.sql.js';

/** How a post calls people, where it does so by the plan. */
export interface CallSetting extends CallWaits {
  timeZone: string;
  now: Date;
}

const DAYS = 7;

/** Reads the state of a post's line, zone, hall and counters, in the caller's transaction. */
@Injectable()
export class CallStateReader {
  constructor(
    private readonly learned: LearnedParameters,
    private readonly environment: Environment,
  ) {}

  /** @returns nothing where the post calls by hand */
  async setting(tx: EntityManager, postId: string): Promise<CallSetting | undefined> {
    return (await tx.query<CallSetting[]>(SETTING_SQL, [postId]))[0];
  }

  /** The state of this moment. People go by their booking. */
  async read(tx: EntityManager, postId: string, setting: CallSetting): Promise<CallState> {
    const toMinutes = (at: Date) => at.getTime() / 1000 / this.environment.PLAN_MINUTE_SECONDS;
    const now = toMinutes(setting.now);
    const facts = await readOpening(tx, postId, setting.timeZone);
    const hours = openingTimes(facts, setting.now, DAYS).map(({ from, to }) => ({
      opensAt: toMinutes(from),
      closesAt: toMinutes(to),
    }));
    const isOpen = hours[0] !== undefined && hours[0].opensAt <= now;
    const parameters = await this.learned.of(tx, postId);
    const present = (await tx.query<PresentRow[]>(PRESENT_SQL, [postId])).map(withBand);
    const called = (await tx.query<CalledRow[]>(UNDER_WAY_SQL, [postId])).map(withBand);
    const told = (await tx.query<ToldRow[]>(TOLD_SQL, [postId, setting.travelMinutes])).map(withBand);
    const line = (await tx.query<LineRow[]>(LINE_SQL, [postId, setting.travelMinutes])).map(withBand);
    const walk = parameters.rooms.zoneWalk;
    const isCrossing = ({ calledInAt }: PresentRow) => calledInAt !== null && calledInAt > now - walk;
    return {
      now,
      hours,
      counters: await this.counters(tx, postId, isOpen),
      hall: present.filter((person) => person.calledInAt !== null && !isCrossing(person)).map(inRoom),
      zone: present.filter(({ calledInAt }) => calledInAt === null).map(inRoom),
      underWay: [
        ...called.map((person) => ({ ...person, by: 'message' as const })),
        ...told.map((person) => ({
          ...person,
          to: 'zone' as const,
          travel: setting.travelMinutes,
          by: 'paper' as const,
          reply: null,
        })),
        ...present.filter(isCrossing).map(crossing),
      ],
      toBeCalled: line.map((person) => ({ ...person, hasPhone: true })),
      parameters,
    };
  }

  /** Those at work; before opening as many as there usually are, if that is more. */
  private async counters(tx: EntityManager, postId: string, isOpen: boolean): Promise<CounterAtWork[]> {
    const rows = await tx.query<CounterRow[]>(COUNTERS_SQL, [postId]);
    const atWork = rows.map(({ counterId, state, officerId, since, caseType }) => ({
      counterId,
      state,
      serving: since === null ? null : { since, caseType: caseType!, officerId },
    }));
    if (isOpen) return atWork;
    const [usual] = await tx.query<{ counters: number }[]>(USUAL_COUNTERS_SQL, [postId]);
    const more = Math.max(0, (usual?.counters ?? 0) - atWork.length);
    const expected = Array.from({ length: more }, (_, index) => ({
      counterId: `expected ${index}`,
      state: 'open' as const,
      serving: null,
    }));
    return [...atWork, ...expected];
  }
}
