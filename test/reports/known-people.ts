import { newId } from '../../src/platform/ids.js';
import { type Milestone, MILESTONES } from '../../src/reports/journey/milestones.js';
import type { Service } from '../support/service.js';

/** When somebody reached milestones: any of them, each at an instant. */
export type Reached = Partial<Record<Milestone, string>>;

/**
 * Writes people who reached milestones at known times, past the API: figures are about days that have gone by. Times are
 * instants with offset; everybody is registered at the first of theirs unless they say when.
 */
export async function savePeople(service: Service, people: readonly Reached[]): Promise<string[]> {
  const { postId: post } = service.demonstration;
  const [officer] = await service.query<{ id: string }>(
    "SELECT id FROM account WHERE role = 'officer' LIMIT 1",
  );
  const ids: string[] = [];
  await service.query('SET session_replication_role = replica');
  for (const reached of people) {
    const [id, person] = [newId(), newId()];
    const at = (milestone: Milestone) => reached[milestone];
    const registered = at('registered') ?? MILESTONES.map(at).find((time) => time !== undefined);
    await service.query('INSERT INTO person (id, post_id) VALUES ($1, $2)', [person, post]);
    await service.query(
      `INSERT INTO registration (id, post_id, person_id, reference, access_secret_index, access_code_index, channel,
         language, received_at) VALUES ($1::uuid, $2, $3, $1::uuid::text, convert_to($1::uuid::text, 'UTF8'), '', 'self', 'id', $4)`,
      [id, post, person, registered],
    );
    const write = async (milestone: Milestone, sql: string) => {
      const time = at(milestone);
      if (time !== undefined) await service.query(sql, [newId(), post, id, officer!.id, time]);
    };
    await write(
      'triaged',
      `INSERT INTO triage_assessment (id, post_id, registration_id, band, reasons, assessed_by, note_sealed, assessed_at)
       VALUES ($1, $2, $3, 'standard', '{}', $4, '', $5)`,
    );
    await write(
      'booked',
      `INSERT INTO booking (id, post_id, registration_id, service_type_id, slot_id, seat_number, starts_at, band_rank,
         status, booked_at) VALUES ($1, $2, $3, $4, $1, 1, $5, 2, 'booked', $5)`,
    );
    await write(
      'served',
      `INSERT INTO ticket (id, post_id, registration_id, booking_id, day, number, band_rank, due_at, status, outcome,
         waiting_since, ended_at)
       VALUES ($1, $2, $3, $4, $5::timestamptz::date, (random() * 1e9)::int, 2, $5, 'finished', 'done', $5, $5)`,
    );
    await write(
      'verified',
      `INSERT INTO identity_decision (id, post_id, registration_id, outcome, level, reasons, decided_by, decided_at)
       VALUES ($1, $2, $3, 'verified', 2, '{}', $4, $5)`,
    );
    await write(
      'document-issued',
      `INSERT INTO travel_document (id, post_id, application_id, registration_id, person_id, number, status, content_sealed,
         seal_sealed, certificate_reference, issued_by, issued_at, valid_until)
       VALUES ($1::uuid, $2, $1::uuid, $3, $1::uuid, substr(md5($1::uuid::text), 1, 9), 'issued', '', '', '', $4, $5, '2030-01-01')`,
    );
    await write(
      'clearance-granted',
      `INSERT INTO exit_clearance (id, post_id, registration_id, status, overstay_days, fine, fine_currency, requested_by,
         decided_at) VALUES ($1, $2, $3, 'granted', 0, 0, 'USD', $4, $5)`,
    );
    await write(
      'departed',
      `INSERT INTO departure (id, post_id, registration_id, status, carrier, service_number, leaves_from, arrives_at_place,
         scheduled_at, boarded_at, departed_at)
       VALUES ($1, $2, $3, 'departed', '', '', '', coalesce($4::text, ''), $5, $5, $5)`,
    );
    if (at('arrived') !== undefined)
      await service.query(
        "UPDATE departure SET status = 'arrived', arrived_at = $2 WHERE registration_id = $1",
        [id, at('arrived')],
      );
    ids.push(id);
  }
  await service.query('SET session_replication_role = origin');
  return ids;
}

/** Some people who all did the same. */
export const same = (people: number, reached: Reached): Reached[] =>
  Array.from({ length: people }, () => reached);
