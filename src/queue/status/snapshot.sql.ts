import { ONE_PHONE } from '../../duplicates/merging/kept-case.js';
import { todayAt } from '../../posts/day-at.js';
import { placeOf } from '../tickets/queue-order.js';

/** Every visit of today at post $1, in the order in which people are called. */
export const VISITS_SQL = `
  SELECT t.registration_id AS "registrationId", t.number, t.status, c.number AS counter, service.code AS service
  FROM ticket t
  JOIN booking b ON b.id = t.booking_id
  JOIN service_type service ON service.id = coalesce(t.service_type_id, b.service_type_id)
  LEFT JOIN counter_session s ON s.id = t.counter_session_id
  LEFT JOIN counter c ON c.id = s.counter_id
  WHERE t.post_id = $1 AND t.day = ${todayAt('$1')} ORDER BY ${placeOf('t')}`;

/** Merged cases whose holders are shown the one that is kept. */
export const MERGED_SQL = `
  SELECT m.merged_id AS "mergedId", m.kept_id AS "keptId" FROM registration_merge m WHERE m.undone_at IS NULL AND ${ONE_PHONE}`;

/** Whose bookings these are that have not been come to. Parameter: bookings. */
export const PEOPLE_SQL = `
  SELECT id, registration_id AS "registrationId" FROM booking WHERE id = ANY ($1) AND status = 'booked'`;
