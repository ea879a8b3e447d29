import type { Need } from '../../registrations/needs.js';
import type { DepartureStatus } from '../departure-status.js';

export interface ArrivalRow {
  id: string;
  postId: string;
  registrationId: string;
  status: DepartureStatus;
  carrier: string;
  serviceNumber: string;
  from: string;
  to: string;
  scheduledAt: Date;
  cursorAt: string;
  departedAt: Date | null;
  arrivedAt: Date | null;
  version: number;
  reference: string;
  needs: Need[];
  agreed: boolean;
}

/**
 * Journeys that leave between two days of the post's zone and that somebody is cleared for or on; without a first day also
 * those that left before today and have not arrived. People who withdrew are not on it. $1, $2 first and last day; $3, $4 the row before; $5 how many.
 */
export const ARRIVALS = `
  SELECT d.id, d.post_id AS "postId", d.registration_id AS "registrationId", d.status, d.carrier,
    d.service_number AS "serviceNumber", d.leaves_from AS "from", d.arrives_at_place AS "to",
    d.scheduled_at AS "scheduledAt", d.scheduled_at::text AS "cursorAt", d.departed_at AS "departedAt",
    d.arrived_at AS "arrivedAt", d.version, r.reference, r.needs,
    coalesce((SELECT c.given FROM consent c WHERE c.registration_id = r.id AND c.purpose = 'arrival-care'
              ORDER BY c.at DESC LIMIT 1), false) AS agreed
  FROM departure d
    JOIN post p ON p.id = d.post_id
    JOIN registration r ON r.id = d.registration_id
  WHERE d.status IN ('cleared', 'boarded', 'departed', 'arrived')
    AND r.status NOT IN ('withdrawn', 'merged')
    AND (d.scheduled_at >= coalesce($1::date, (now() AT TIME ZONE p.time_zone)::date)::timestamp AT TIME ZONE p.time_zone
      OR ($1::date IS NULL AND d.status = 'departed'))
    AND d.scheduled_at < (coalesce($2::date, coalesce($1::date, (now() AT TIME ZONE p.time_zone)::date) + 7) + 1)::timestamp
          AT TIME ZONE p.time_zone
    AND ($3::timestamptz IS NULL OR (d.scheduled_at, d.id) > ($3, $4::uuid))
  ORDER BY d.scheduled_at, d.id LIMIT $5`;
