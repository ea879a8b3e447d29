import type { EntityManager } from 'typeorm';
import { daysFrom } from '../../platform/clock/calendar-day.js';
import { nowIn } from '../../platform/database/now-in.js';
import type { Post } from '../../posts/post.entity.js';
import type { Milestone } from '../journey/milestones.js';
import { countsOf, type Counts, FIGURES } from './figures.js';
import type { DayFigures } from './withholding.js';

/** What is known of a post's figures at one moment. */
export interface Series {
  asOf: Date;
  /** From the first day on which anything was counted (at the latest `from`) to `to`, without gaps. */
  days: DayFigures[];
}

interface CountRow {
  milestone: Milestone;
  day: string;
  people: number;
}

const COUNTS = `
  SELECT milestone, day::text AS day, people FROM (
    SELECT milestone, (at AT TIME ZONE $2)::date AS day, count(*)::integer AS people
    FROM journey_milestone WHERE post_id = $1 AND milestone = ANY ($3) GROUP BY 1, 2
  ) counted`;

/** The present day at the post, `YYYY-MM-DD`. */
export async function presentDay(tx: EntityManager, post: Post): Promise<string> {
  const [now] = await tx.query<{ today: string }[]>('SELECT (now() AT TIME ZONE $1)::date::text AS today', [
    post.timeZone,
  ]);
  return now!.today;
}

/**
 * People by milestone and by the day of the post's zone, counted from the first day on. As of the start of the caller's
 * transaction, which must see the post.
 */
export async function figureSeries(
  tx: EntityManager,
  post: Post,
  { from, to }: { from: string; to: string },
): Promise<Series> {
  const asOf = await nowIn(tx);
  const rows = await tx.query<CountRow[]>(COUNTS, [post.id, post.timeZone, Object.values(FIGURES)]);
  return { asOf, days: toDays(rows, from, to) };
}

/** Lays counts out by day and adds them up. */
export function toDays(rows: readonly CountRow[], from: string, to: string): DayFigures[] {
  const counted = new Map(rows.map(({ milestone, day, people }) => [`${milestone} ${day}`, people]));
  const first = rows.reduce((earliest, { day }) => (day < earliest ? day : earliest), from);
  let cumulative: Counts = countsOf(() => 0);
  return daysFrom(first, to).map((day) => {
    const ofTheDay = countsOf((figure) => counted.get(`${FIGURES[figure]} ${day}`) ?? 0);
    const before = cumulative;
    cumulative = countsOf((figure) => before[figure] + ofTheDay[figure]);
    return { day, ofTheDay, cumulative };
  });
}
