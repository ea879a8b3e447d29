import type { Response } from 'supertest';
import { ErasureTimetable } from '../../src/registrations/erasure/erasure-timetable.js';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';
import { visitor } from '../support/page-reader.js';
import { type Api, newKey, type Service } from '../support/service.js';

type Case = Pick<RegistrationReceipt, 'id' | 'reference'>;

/** What {@link wishErasure} leaves on the flag of whoever is forced to it. */
export const TRIED = ['erasure-asked', 'erasure-confirmed', 'erasure-seemed-done'];

/** Each asks to be erased and confirms it; nothing comes of it at once, and then their day is over. */
export async function wishErasure(service: Service, people: readonly Api[], cases: readonly Case[]) {
  for (const person of people) {
    const asked = await person.post('/v1/registrations/own/erasure').expect(200);
    await person
      .post('/v1/registrations/own/erasure/confirmation')
      .set('if-match', `"v${(asked.body as { version: number }).version}"`)
      .expect(200);
  }
  const timetable = service.app.get(ErasureTimetable);
  await timetable.eraseWished();
  for (const person of people) await person.get('/v1/registrations/own').expect(200);
  const ids = cases.map(({ id }) => id);
  for (const table of ['erasure SET due_at', 'pretended_view SET erasure_due_at'])
    await service.query(`UPDATE ${table} = now() WHERE registration_id = ANY ($1)`, [ids]);
  await timetable.eraseWished();
}

/** What is answered everywhere to whoever types a word: status, body without the case's own numbers, names of headers. */
export async function answersTo(
  service: Service,
  kiosk: Api,
  person: Api,
  { id, reference }: Case,
  accessCode: string,
) {
  const typed = { reference, accessCode };
  const all = [
    await service.everyone().post('/v1/registrations/access').send(typed),
    await kiosk.post('/v1/check-ins').set('idempotency-key', newKey()).send(typed),
    await visitor(service).post('/status/sign-in', typed),
    await person.get('/v1/registrations/own'),
  ];
  const plain = (text: string) =>
    text
      .replaceAll(id, '')
      .replaceAll(reference, '')
      .replaceAll(/[0-9a-f-]{36}/g, '');
  return all.map(({ status, text, headers }) => [status, plain(text), Object.keys(headers).sort()]);
}

/** Of an answer with tokens, all that could tell one kind of session from another. */
export function shapeOf({ status, headers, body }: Response) {
  const { accessToken } = body as { accessToken: string };
  const claims = JSON.parse(Buffer.from(accessToken.split('.')[1]!, 'base64url').toString()) as object;
  return {
    status,
    headers: Object.keys(headers).sort(),
    fields: Object.entries(body as Record<string, unknown>).map(([name, value]) => [name, typeof value]),
    claims: Object.keys(claims),
  };
}
