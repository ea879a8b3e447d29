import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import type { RegistrationReceipt, RegistrationRequest } from '../../src/registrations/intake/intake.dto.js';
import { SessionsService } from '../../src/staff/access/sessions.service.js';
import { type Api, newKey, type Service } from '../support/service.js';

export const checkIn = (api: Api, body: object, key = newKey()) =>
  api.post('/v1/check-ins').set('idempotency-key', key).send(body);

export const next = (api: Api) => api.post('/v1/counter-sessions/current/next').send();

/** One of the acts on a ticket, as seen in `ticket`. */
export const act = (api: Api, name: string, { id, version }: TicketResponse, body: object = {}) =>
  api.post(`/v1/tickets/${id}/${name}`).set('if-match', `"v${version}"`).send(body);

export const bodyOf = <T>({ body }: { body: unknown }): T => body as T;

/** Registered, booked by the background jobs, and told to come now. */
export async function invite(
  service: Service,
  people: number,
  overrides?: Partial<RegistrationRequest>,
): Promise<RegistrationReceipt[]> {
  const receipts: RegistrationReceipt[] = [];
  for (let i = 0; i < people; i += 10)
    receipts.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(10, people - i) }, () => service.register(overrides)),
      )),
    );
  await service.runJobs();
  await service.query(
    "UPDATE booking SET called_forward_at = now() WHERE status = 'booked' AND registration_id = ANY ($1)",
    [receipts.map(({ id }) => id)],
  );
  return receipts;
}

/** Invited, and checked in by an officer one after the other. */
export async function arrive(
  service: Service,
  officer: Api,
  people: number,
  overrides?: Partial<RegistrationRequest>,
): Promise<TicketResponse[]> {
  const tickets: TicketResponse[] = [];
  for (const { reference } of await invite(service, people, overrides))
    tickets.push(bodyOf(await checkIn(officer, { reference }).expect(201)));
  return tickets;
}

/**
 * People who wait, written straight into the tables, for tests of what comes after check-in.
 * @param bands one for each person: 0 urgent, 1 high, 2 standard @returns their ids, first come first
 */
export async function saveWaiting(service: Service, bands: readonly number[]): Promise<string[]> {
  const ids = bands.map(() => newId());
  await service.query(
    `WITH today AS (SELECT id AS post_id, (now() AT TIME ZONE time_zone)::date AS day FROM post WHERE id = $3),
     new AS (SELECT id, band, gen_random_uuid() AS person_id, n, post_id, day FROM today,
       unnest($1::uuid[], $2::smallint[]) WITH ORDINALITY AS given (id, band, n)),
     slot AS (INSERT INTO slot (id, post_id, service_type_id, starts_at, ends_at)
       SELECT gen_random_uuid(), $3, s.id, now(), now() + interval '12 minutes'
       FROM service_type s WHERE s.post_id = $3 AND code = 'identity' RETURNING *),
     seat AS (INSERT INTO seat (slot_id, number, post_id, service_type_id, starts_at, free)
       SELECT slot.id, n, slot.post_id, service_type_id, starts_at, false FROM slot, new RETURNING *),
     person AS (INSERT INTO person (id, post_id) SELECT person_id, post_id FROM new),
     registration AS (INSERT INTO registration (id, post_id, person_id, reference, access_secret_index,
         access_code_index, channel, language)
       SELECT id, post_id, person_id, 'TEST-' || id, decode(md5(id::text), 'hex'), '', 'self', 'id' FROM new),
     booking AS (INSERT INTO booking (id, post_id, registration_id, service_type_id, slot_id, seat_number, starts_at,
         band_rank, status)
       SELECT new.id, new.post_id, new.id, service_type_id, slot_id, n, starts_at, band, 'checked-in'
       FROM new JOIN seat ON seat.number = n),
     numbers AS (INSERT INTO ticket_day (post_id, day, last_number) SELECT $3, day, count(*) FROM new GROUP BY day
       ON CONFLICT (post_id, day) DO UPDATE SET last_number = ticket_day.last_number + excluded.last_number
       RETURNING last_number)
     INSERT INTO ticket (id, post_id, registration_id, booking_id, day, number, band_rank, due_at, status)
     SELECT id, post_id, id, id, day, last_number - cardinality($1::uuid[]) + n, band, now(), 'waiting' FROM new, numbers`,
    [ids, bands, service.demonstration.postId],
  );
  return ids;
}

/** Officers beyond those of the demonstration, each signed in; nobody knows their passwords. */
export async function signInOfficers(service: Service, people: number): Promise<Api[]> {
  const { postId } = service.demonstration;
  const ids = Array.from({ length: people }, newId);
  await service.query(
    `INSERT INTO account (id, username, display_name, role, password_hash)
     SELECT id, 'officer.' || id, 'Officer Contoh', 'officer', 'none' FROM unnest($1::uuid[]) AS id`,
    [ids],
  );
  await service.query('INSERT INTO account_post SELECT unnest($1::uuid[]), $2', [ids, postId]);
  return service.app.get(Database).transaction([postId], async (tx) => {
    const apis: Api[] = [];
    for (const subjectId of ids) {
      const sessions = service.app.get(SessionsService);
      const { accessToken } = await sessions.open(tx, { role: 'officer', subjectId, postIds: [postId] });
      apis.push(service.as(accessToken));
    }
    return apis;
  });
}

/** Ids of the post's counters, and of as many more as are needed. */
export async function countersOf(service: Service, counters: number): Promise<string[]> {
  await service.query(
    `INSERT INTO counter (id, post_id, number) SELECT gen_random_uuid(), $1, number FROM generate_series(1, $2::int) number
     ON CONFLICT DO NOTHING`,
    [service.demonstration.postId, counters],
  );
  const rows = await service.query<{ id: string }>('SELECT id FROM counter ORDER BY number LIMIT $1', [
    counters,
  ]);
  return rows.map(({ id }) => id);
}

export const open = (api: Api, counterId: string) => api.post('/v1/counter-sessions').send({ counterId });

/** As many officers as wanted, each with a counter open, in the order of the counters. */
export async function atWork(service: Service, counters: number): Promise<Api[]> {
  const officers = await signInOfficers(service, counters);
  const ids = await countersOf(service, counters);
  for (const [i, officer] of officers.entries()) await open(officer, ids[i]!).expect(201);
  return officers;
}
