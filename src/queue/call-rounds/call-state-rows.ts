import type { CounterAtWork, Present, Reply, UnderWay } from '../../appointments/call-plan/call-state.js';
import { bandOfRank } from '../../triage/band.js';

/** Rows of the state's statements; times in minutes of the plan since 1970. */
export interface PersonRow {
  personId: string;
  bandRank: number;
  caseType: string;
}
export type PresentRow = PersonRow & { dueAt: number; since: number; calledInAt: number | null };
export type CalledRow = PersonRow & {
  dueAt: number;
  calledAt: number;
  to: 'hall' | 'zone';
  travel: number;
  reply: Reply | null;
};
export type ToldRow = Pick<CalledRow, keyof PersonRow | 'dueAt' | 'calledAt'>;
export type LineRow = PersonRow & { inLineSince: number; travel: number };
export type CounterRow = Pick<CounterAtWork, 'counterId' | 'state'> & {
  officerId: string;
  since: number | null;
  caseType: string | null;
};

/** The band by its name. */
export const withBand = <R extends PersonRow>({ bandRank, ...row }: R) => ({
  ...row,
  bandRank,
  band: bandOfRank(bandRank),
});

/** Somebody who is in the hall or in the zone. */
export const inRoom = ({ personId, band, caseType, dueAt, since }: Present & PresentRow): Present => ({
  personId,
  band,
  caseType,
  dueAt,
  since,
});

/** Somebody on the way from the zone into the hall. */
export const crossing = ({
  personId,
  band,
  caseType,
  dueAt,
  calledInAt,
}: Present & PresentRow): UnderWay => ({
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
