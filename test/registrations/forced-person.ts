import { visitor } from '../support/page-reader.js';
import type { Service } from '../support/service.js';

/** The help word of {@link registered}. */
export const WORD = 'Pulau Sembilan';

/** Routes open to a person, each of which knows what it shows and does under duress. */
export const THOUGHT_OF = [
  'DELETE sessions/current',
  'GET appointments/own',
  'GET appointments/own/calendar',
  'GET appointments/own/choices',
  'GET messages/own',
  'GET registrations/own',
  'GET registrations/own/erasure',
  'GET registrations/own/looks',
  'GET registrations/own/portrait',
  'GET sessions/current',
  'GET status/own',
  'GET tickets/own',
  'GET vouchings/own',
  'PATCH registrations/own/contact',
  'PATCH registrations/own/papers',
  'POST appointments/own',
  'POST appointments/own/cancellation',
  'POST appointments/own/rescheduling',
  'POST registrations/own/erasure',
  'POST registrations/own/erasure/cancellation',
  'POST registrations/own/erasure/confirmation',
  'POST registrations/own/portrait',
  'POST registrations/own/withdrawal',
  'POST vouchings/{id}/confirmation',
  'POST vouchings/{id}/objection',
  'PUT appointments/own/earlier-wish',
  'PUT registrations/own/consents',
  'PUT registrations/own/help-word',
  'PUT registrations/own/home',
  'PUT registrations/own/needs',
];

/** Somebody who chose a help word and told where they are. */
export const registered = (service: Service) =>
  service.register({
    helpWord: WORD,
    contact: { method: 'sms', phone: '+85512345678' },
    whereNow: 'A guest house near the market',
    homeAddress: 'Jalan Contoh 1',
    passportNumber: 'X1234567',
    needs: ['danger-now'],
  });

/** Everything about a person that whoever forces them might have changed. */
export const stored = (service: Service, id: string) =>
  service.query(
    `SELECT to_jsonb(r) AS r, to_jsonb(p) AS p, (SELECT count(*) FROM consent WHERE registration_id = $1) AS consents,
       (SELECT count(*) FROM erasure WHERE registration_id = $1) AS erasures,
       (SELECT count(*) FROM portrait WHERE registration_id = $1) AS photos,
       (SELECT count(*) FROM booking WHERE registration_id = $1) AS bookings
     FROM registration r JOIN person p ON p.id = r.person_id WHERE r.id = $1`,
    [id],
  );

const account = (service: Service, role: string) => {
  const { username, password } = service.demonstration.accounts.find((one) => one.username === role)!;
  return { username, password };
};

export async function tokenOf(service: Service, role: string): Promise<string> {
  const { body } = await service.everyone().post('/v1/sessions').send(account(service, role)).expect(201);
  return (body as { accessToken: string }).accessToken;
}

/** Somebody of the staff before the console. */
export async function desk(service: Service, role: string) {
  const visit = visitor(service);
  await visit.post('/console/sign-in', account(service, role)).expect(303);
  return visit;
}
