import type { EntityManager } from 'typeorm';
import { Holiday } from '../../posts/holiday.entity.js';
import { OpeningHours } from '../../posts/opening-hours.entity.js';
import type { OpeningFacts, Stretch } from './opening-times.js';

/** Closures that are in force and not over, of one post. */
const CLOSURES_SQL = `
  SELECT begins_at AS "from", ends_at AS "to" FROM closure
  WHERE post_id = $1 AND lifted_at IS NULL AND ends_at > now() ORDER BY begins_at`;

/** When a post is open, less its closures, in the caller's transaction. */
export async function readOpening(
  tx: EntityManager,
  postId: string,
  timeZone: string,
): Promise<OpeningFacts> {
  const openingHours = await tx.find(OpeningHours, { where: { postId } });
  const holidays = await tx.find(Holiday, { where: { postId } });
  const closures = await tx.query<Stretch[]>(CLOSURES_SQL, [postId]);
  return { timeZone, openingHours, holidays: holidays.map(({ day }) => day), closures };
}
