import type { EntityManager } from 'typeorm';
import { newId } from '../platform/ids.js';
import type { NewPostRequest } from '../posts/setup/new-post.dto.js';

/** Writes a post with its counters, services, opening hours and document numbers. @param tx of the post `id` */
export async function writePost(
  tx: EntityManager,
  id: string,
  facts: NewPostRequest,
  isDemonstration: boolean,
): Promise<void> {
  await tx.query(
    `INSERT INTO post (id, code, name, city, sending_country, host_country, time_zone, overstay_fine_per_day,
       fine_currency, hotline, demonstration) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      facts.code,
      facts.name,
      facts.city,
      facts.sendingCountry,
      facts.hostCountry,
      facts.timeZone,
      facts.overstayFinePerDay,
      facts.fineCurrency,
      facts.hotline,
      isDemonstration,
    ],
  );
  for (let number = 1; number <= facts.counters; number++)
    await tx.query('INSERT INTO counter (id, post_id, number) VALUES ($1, $2, $3)', [newId(), id, number]);
  for (const [code, minutes] of Object.entries(facts.services))
    await tx.query('INSERT INTO service_type (id, post_id, code, minutes) VALUES ($1, $2, $3, $4)', [
      newId(),
      id,
      code,
      minutes,
    ]);
  for (const { weekday, opens, closes } of facts.openingHours)
    await tx.query('INSERT INTO opening_hours (post_id, weekday, opens, closes) VALUES ($1, $2, $3, $4)', [
      id,
      weekday,
      opens,
      closes,
    ]);
  await tx.query('INSERT INTO document_series (prefix, post_id) VALUES ($1, $2)', [facts.documentPrefix, id]);
}
