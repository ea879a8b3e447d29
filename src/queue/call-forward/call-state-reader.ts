import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  CallState,
  CounterAtWork,
  Present,
  Reply,
  UnderWay,
} from '../../appointments/call-forward/call-forward-state.js';
import type { CallWaits } from '../../appointments/calls/calls.service.js';
import { OpeningReader } from '../../appointments/opening/opening-reader.js';
import { openingTimes } from '../../appointments/opening/opening-times.js';
import { bandOfRank } from '../tickets/queue-order.js';
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

interface PersonRow {
  personId: string;
  bandRank: number;
  caseType: string;
}
type PresentRow = PersonRow & { dueAt: number; since: number; calledInAt: number | null };
type CalledRow = PersonRow & {
  dueAt: number;
  calledAt: number;
  to: 'hall' | 'zone';
  travel: number;
  reply: Reply | null;
};
type ToldRow = Pick<CalledRow, keyof PersonRow | 'dueAt' | 'calledAt'>;
type LineRow = PersonRow & { inLineSince: number };
type CounterRow = Pick<CounterAtWork, 'counterId' | 'state'> & {
  officerId: string;
  since: number | null;
  caseType: string | null;
};

const DAYS = 7;
const toMinutes = (at: Date): number => at.getTime() / 60_000;

/** Reads the state of a post's line, zone, hall and counters, in the caller's transaction. */
@Injectable()
export class CallStateReader {
  constructor(
    private readonly opening: OpeningReader,
    private readonly learned: LearnedParameters,
  ) {}

  /** @returns nothing where the post calls by hand */
  async setting(tx: EntityManager, postId: string): Promise<CallSetting | undefined> {
    return (await tx.query<CallSetting[]>(SETTING_SQL, [postId]))[0];
  }

  /** The state of this moment. People go by their booking. */
  async read(tx: EntityManager, postId: string, setting: CallSetting): Promise<CallState> {
    const now = toMinutes(setting.now);
    const facts = await this.opening.of(tx, postId, setting.timeZone);
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
      toBeCalled: line.map(({ inLineSince, ...person }) => ({
        ...person,
        travel: setting.travelMinutes,
        registeredAt: inLineSince,
        inLineSince,
        hasPhone: true,
      })),
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

const withBand = <R extends PersonRow>({ bandRank, ...row }: R) => ({
  ...row,
  bandRank,
  band: bandOfRank(bandRank),
});

const inRoom = ({ personId, band, caseType, dueAt, since }: Present & PresentRow): Present => ({
  personId,
  band,
  caseType,
  dueAt,
  since,
});

const crossing = ({ personId, band, caseType, dueAt, calledInAt }: Present & PresentRow): UnderWay => ({
  personId,
  band,
  caseType,
  dueAt,
  to: 'hall',
  calledAt: calledInAt ?? dueAt,
  travel: 0,
  by: 'zone',
  reply: null,
});
