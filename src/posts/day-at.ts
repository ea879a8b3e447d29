import type { EntityManager } from 'typeorm';

/** The day that it is at a post, `YYYY-MM-DD`, at the time given or now, in the caller's transaction. */
export async function dayAt(tx: EntityManager, postId: string, at: Date | null = null): Promise<string> {
  const [row] = await tx.query<[{ day: string }]>(
    `SELECT (coalesce($2::timestamptz, now()) AT TIME ZONE time_zone)::date::text AS day FROM post WHERE id = $1`,
    [postId, at],
  );
  return row.day;
}

/** The same for now, within a statement: a `date`. @param postId an expression in SQL */
export const todayAt = (postId: string): string =>
  `(SELECT (now() AT TIME ZONE time_zone)::date FROM post WHERE id = ${postId})`;
