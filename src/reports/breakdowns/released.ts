import type { EntityManager } from 'typeorm';
import { lockNamed } from '../../platform/database/lock-named.js';
import type { Post } from '../../posts/post.entity.js';
import { type Figure, FIGURE_CODES } from '../figures/figures.js';
import { figureSeries } from '../figures/figure-series.js';
import { withholdSmall } from '../figures/withholding.js';
import { groupCounts } from './group-counts.js';
import type { Grouping } from './groupings.js';
import { nextRelease, type Release } from './release.js';

/** What is shown of each figure up to a day; of those that are missing nothing can be shown yet. */
export interface Released {
  day: string;
  asOf: Date;
  figures: Partial<Record<Figure, Release>>;
}

const UP_TO = `
  SELECT day::text AS day, as_of AS "asOf", figures FROM breakdown
  WHERE post_id = $1 AND grouped_by = $2 AND day <= $3 ORDER BY day DESC LIMIT $4`;

const KEEP = `
  INSERT INTO breakdown (post_id, grouped_by, day, figures) VALUES ($1, $2, $3, $4)
  RETURNING day::text AS day, as_of AS "asOf", figures`;

/** More days than anybody keeps an emergency's figures. */
const ALL = 10_000;

/** What was shown up to the end of a day, by the newest that there is; nothing before the first. */
export async function releasedUpTo(
  tx: EntityManager,
  post: Post,
  grouping: Grouping,
  day: string,
): Promise<Released | undefined> {
  const [newest] = await tx.query<Released[]>(UP_TO, [post.id, grouping, day, 1]);
  return newest;
}

/**
 * What is shown up to the end of a day that has just gone by: made once, by the job or whoever asks before it, and kept.
 * Joins the caller's transaction; others who ask meanwhile wait for it.
 */
export async function release(
  tx: EntityManager,
  post: Post,
  grouping: Grouping,
  day: string,
): Promise<Released> {
  const made = await releasedUpTo(tx, post, grouping, day);
  if (made?.day === day) return made;
  await lockNamed(tx, `breakdown ${post.id} ${grouping}`);
  const before = await tx.query<Released[]>(UP_TO, [post.id, grouping, day, ALL]);
  if (before[0]?.day === day) return before[0];
  const counts = await groupCounts(tx, post, grouping, day);
  const { days } = await figureSeries(tx, post, { from: day, to: day });
  const totals = withholdSmall(days).at(-1)!.cumulative;
  const figures: Released['figures'] = { ...before[0]?.figures };
  for (const figure of FIGURE_CODES) {
    if (totals[figure] === null) continue;
    const beside = FIGURE_CODES.flatMap((other) => (other === figure ? [] : (figures[other] ?? [])));
    const next = nextRelease({ day, counts: counts[figure] }, releasesOf(figure, before), beside);
    if (next) figures[figure] = next;
  }
  const [kept] = await tx.query<Released[]>(KEEP, [post.id, grouping, day, JSON.stringify(figures)]);
  return kept!;
}

/** The releases of one figure, oldest first, each once. @param days newest first */
function releasesOf(figure: Figure, days: readonly Released[]): Release[] {
  const byDay = new Map<string, Release>();
  for (const { figures } of days.toReversed()) {
    const release = figures[figure];
    if (release) byDay.set(release.day, release);
  }
  return [...byDay.values()];
}
