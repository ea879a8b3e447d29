import type { EntityManager } from 'typeorm';
import type { Post } from '../../posts/post.entity.js';
import { countsOf, type Figure, FIGURE_CODES, FIGURES } from '../figures/figures.js';
import type { Milestone } from '../journey/milestones.js';
import { ELSEWHERE, type Grouping, groupsOf } from './groupings.js';
import { provinceCode } from './provinces.js';
import type { GroupCounts } from './release.js';

/**
 * What tells somebody's group, of `p` the person and `m` the milestone. The age is the one that they reach in the year of the
 * milestone, so that nobody changes groups with the years.
 */
const GROUP: Readonly<Record<Grouping, string>> = {
  sex: "CASE p.sex WHEN 'F' THEN 'female' WHEN 'M' THEN 'male' ELSE 'other' END",
  age: `CASE width_bucket(extract(year FROM m.at AT TIME ZONE $2)::integer - p.birth_year, '{0,5,18,60}'::integer[])
    WHEN 1 THEN 'under-5' WHEN 2 THEN '5-17' WHEN 3 THEN '18-59' WHEN 4 THEN '60-and-over' ELSE 'not-known' END`,
  province: "coalesce(p.home_province, '')",
};

/** $1 post; $2 its time zone; $3 milestones; $4 the last day. */
const COUNTS = (grouping: Grouping): string => `
  SELECT m.milestone, ${GROUP[grouping]} AS "group", count(*)::integer AS people
  FROM journey_milestone m JOIN registration r ON r.id = m.registration_id JOIN person p ON p.id = r.person_id
  WHERE m.post_id = $1 AND m.milestone = ANY ($3) AND m.at < ($4::date + 1)::timestamp AT TIME ZONE $2
  GROUP BY 1, 2`;

/**
 * People by group for each figure, up to the end of a day of the post: those whom the figure counts, so that the groups add up
 * to it. In the caller's transaction, which must see the post.
 */
export async function groupCounts(
  tx: EntityManager,
  post: Post,
  grouping: Grouping,
  day: string,
): Promise<Record<Figure, GroupCounts>> {
  const milestones = Object.values(FIGURES);
  const rows = await tx.query<{ milestone: Milestone; group: string; people: number }[]>(COUNTS(grouping), [
    post.id,
    post.timeZone,
    milestones,
    day,
  ]);
  const groups = groupsOf(grouping, post.sendingCountry);
  const counts = countsOf(() => Object.fromEntries(groups.map((group) => [group, 0])));
  const figureOf = new Map(FIGURE_CODES.map((figure) => [FIGURES[figure] as Milestone, figure]));
  for (const { milestone, group, people } of rows) {
    const of = counts[figureOf.get(milestone)!];
    const known = grouping === 'province' ? (provinceCode(post.sendingCountry, group) ?? ELSEWHERE) : group;
    of[known] = (of[known] ?? 0) + people;
  }
  return counts;
}
