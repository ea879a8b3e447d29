import type { EntityManager } from 'typeorm';
import { oneRow } from '../../platform/database/one-row.js';

const KNOWN_SQL = `
  SELECT hotline, hotline_asked AS asked, hotline_asked_by AS "askedBy" FROM post WHERE id = $1`;
const ASK_SQL = `
  UPDATE post SET hotline_asked = $2, hotline_asked_by = $3, hotline_asked_at = now() WHERE id = $1`;
const CONFIRM_SQL = `
  UPDATE post SET hotline = hotline_asked, hotline_confirmed_by = $2,
    hotline_asked = NULL, hotline_asked_by = NULL, hotline_asked_at = NULL WHERE id = $1`;

const digits = (hotline: string | null): string | null => hotline && hotline.replaceAll(' ', '');

/**
 * The number that people in danger call: one asks for another, and it is theirs once somebody else has entered the same. One alone could
 * have had everybody in danger call whom they liked. What somebody asked for waits a day: meanwhile nobody puts another in its place, so that whoever confirms
 * means what the first one means. The post is locked.
 * @returns what became of it, for the record
 */
export async function changeHotline(
  tx: EntityManager,
  postId: string,
  accountId: string | null,
  hotline: string | null,
): Promise<'same' | 'asked' | 'confirmed'> {
  const known = await oneRow<{ hotline: string | null; asked: string | null; askedBy: string | null }>(
    tx,
    KNOWN_SQL,
    [postId],
  );
  if (digits(hotline) === digits(known.hotline)) return 'same';
  const { asked, askedBy } = known;
  if (askedBy !== null && askedBy !== accountId && digits(hotline) === digits(asked)) {
    await tx.query(CONFIRM_SQL, [postId, accountId]);
    return 'confirmed';
  }
  await tx.query(ASK_SQL, [postId, hotline, accountId]);
  return 'asked';
}
