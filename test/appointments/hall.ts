import type { RegistrationReceipt, RegistrationRequest } from '../../src/registrations/intake/intake.dto.js';
import type { AppointmentResponse } from '../../src/appointments/appointments.dto.js';
import type { RegistrationGroupReceipt } from '../../src/registrations/groups/groups.dto.js';
import { type Api, buildRegistration, newKey, type Service } from '../support/service.js';

/** Moves the post to where it is about noon now, and opens it every day from nine to five: seats are free today. */
export async function makeItNoon(service: Service): Promise<void> {
  const ahead = 12 - new Date().getUTCHours();
  const zone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  await service.query('UPDATE post SET time_zone = $1', [zone]);
  await service.query('DELETE FROM opening_hours');
  await service.query(
    `INSERT INTO opening_hours (post_id, weekday, opens, closes)
     SELECT id, weekday, '09:00', '17:00' FROM post CROSS JOIN generate_series(1, 7) AS weekday`,
  );
}

export const registerMany = (
  service: Service,
  people: number,
  overrides?: Partial<RegistrationRequest>,
): Promise<RegistrationReceipt[]> =>
  Promise.all(Array.from({ length: people }, () => service.register(overrides)));

/** A mother, her child and a friend, who registered together, in this order. */
export async function registerFamily(service: Service): Promise<RegistrationReceipt[]> {
  const members = [
    buildRegistration({ fullName: 'Wati Contoh', birthDate: { year: 1985 }, sex: 'F' }),
    { ...buildRegistration({ birthDate: { year: 2015 } }), guardian: 0 },
    buildRegistration(),
  ];
  const answer = await service
    .everyone()
    .post('/v1/registration-groups')
    .set('idempotency-key', newKey())
    .send({ members })
    .expect(201);
  return (answer.body as RegistrationGroupReceipt).members;
}

/** When each is booked, in hours from now, in the order of their ids given; null for those who are not. */
export async function bookedHours(
  service: Service,
  people: readonly { id: string }[],
): Promise<(number | null)[]> {
  const rows = await service.query<{ hours: number | null }>(
    `SELECT extract(epoch FROM b.starts_at - now())::float8 / 3600 AS hours
     FROM unnest($1::uuid[]) WITH ORDINALITY AS p (id, n)
     LEFT JOIN booking b ON b.registration_id = p.id AND b.status = 'booked' ORDER BY n`,
    [people.map(({ id }) => id)],
  );
  return rows.map(({ hours }) => hours);
}

export const book = (api: Api, registrationId: string, slotId?: string, key = newKey()) =>
  api.post(`/v1/registrations/${registrationId}/appointment`).set('idempotency-key', key).send({ slotId });

export const cancel = (api: Api, { id, version }: Pick<AppointmentResponse, 'id' | 'version'>) =>
  api.post(`/v1/appointments/${id}/cancellation`).set('if-match', `"v${version}"`).send();

export const callForward = (api: Api, people: number, key = newKey()) =>
  api.post('/v1/appointments/call-forward').set('idempotency-key', key).send({ people });

/** How often each status was answered. */
export const tally = (answers: readonly { status: number }[]): Record<number, number> =>
  answers.reduce<Record<number, number>>(
    (counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }),
    {},
  );

/** A slot to come of which only some seats are left. */
export async function slotWithSeats(service: Service, api: Api, seats: number): Promise<string> {
  const answer = await api.get('/v1/slots?limit=200').expect(200);
  const slots = (answer.body as { items: { id: string; free: number; seats: number }[] }).items;
  const slot = slots.reverse().find(({ free, seats: made }) => made > seats && free === made);
  if (!slot) throw new Error('no slot is wholly free');
  await service.query('DELETE FROM seat WHERE slot_id = $1 AND number > $2', [slot.id, seats]);
  return slot.id;
}

/** Live bookings beyond the seats of their slots. */
export async function overCapacity(service: Service): Promise<number> {
  const [row] = await service.query<{ over: number }>(
    `SELECT coalesce(sum(greatest(held - made, 0)), 0)::int AS over FROM (
       SELECT (SELECT count(*) FROM booking b WHERE b.slot_id = s.id AND b.status <> 'cancelled') AS held,
         (SELECT count(*) FROM seat WHERE slot_id = s.id) AS made FROM slot s) slots`,
  );
  return row!.over;
}

/** Seats that were given back can be had again. */
export const lateEnough = (service: Service) => service.query("UPDATE seat SET free_from = '-infinity'");
