import type { OwnStatusResponse } from '../../src/queue/status/own-status.dto.js';
import type { TicketResponse } from '../../src/queue/tickets/tickets.dto.js';
import { type Api, type Service, startService } from '../support/service.js';
import { atWork, bodyOf, checkIn, invite, next } from './visits.js';

describe('what people ask every minute', () => {
  let service: Service;
  let officer: Api;
  let people: Api[];
  let ids: string[];
  beforeAll(async () => {
    service = await startService();
    officer = (await atWork(service, 1))[0]!;
    const receipts = await invite(service, 2);
    people = [];
    for (const receipt of receipts) people.push(await service.person(receipt));
    ids = receipts.map(({ id }) => id);
    await checkIn(officer, { reference: receipts[0]!.reference }).expect(201);
  });
  afterAll(() => service.stop());

  const status = async (person: Api) =>
    bodyOf<OwnStatusResponse>(await person.get('/v1/status/own').expect(200));
  /** Asks until it is so: a snapshot may be a second old. */
  const until = async (ask: () => Promise<boolean>) => {
    for (let i = 0; i < 50 && !(await ask()); i++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await ask()).toBe(true);
  };

  it('tells each their own place, at the first asking and from memory', async () => {
    for (let i = 0; i < 3; i++) {
      expect((await status(people[0]!)).ticket).toMatchObject({ number: '001', status: 'waiting', ahead: 0 });
      expect((await status(people[1]!)).ticket).toBeNull();
    }
    const answer = await people[0]!.get('/v1/status/own');
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      etag: expect.stringMatching(/^W\//) as string,
    });
    await people[0]!.get('/v1/status/own').set('if-none-match', answer.headers['etag']!).expect(304);
  });

  it('is read from memory: with the table out of reach the answer stays for a moment', async () => {
    await status(people[0]!);
    await service.query('ALTER TABLE session RENAME TO session_away');
    const { status: code } = await people[0]!.get('/v1/status/own');
    await service.query('ALTER TABLE session_away RENAME TO session');
    expect(code).toBe(200);
  });

  it('follows the hall', async () => {
    const called = bodyOf<TicketResponse>(await next(officer).expect(200));
    await until(async () => {
      const { ticket } = await status(people[0]!);
      return ticket?.status === 'called' && ticket.counter === 1 && ticket.number === called.number;
    });
  });

  it("is nobody else's business", async () => {
    await service.everyone().get('/v1/status/own').expect(401);
    await officer.get('/v1/status/own').expect(403);
    await service.as('not.a.token').get('/v1/status/own').expect(401);
  });

  it('ends with the session, wherever that was ended', async () => {
    await status(people[1]!);
    await service.query('UPDATE session SET ended_at = now() WHERE subject_id = $1', [ids[1]]);
    await until(async () => (await people[1]!.get('/v1/status/own')).status === 401);
    await status(people[0]!);
  });
});
