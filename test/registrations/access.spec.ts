import type { DuressFlagResponse, DuressFlagsPage } from '../../src/registrations/duress/duress-flags.dto.js';
import type { OwnRegistrationResponse } from '../../src/registrations/registrations.dto.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { tablesWith } from '../support/everything-stored.js';
import { operationsOf } from '../support/openapi-operations.js';
import { visitor } from '../support/page-reader.js';
import { EventStream } from '../queue/event-stream.js';
import { invite } from '../queue/visits.js';
import { answersTo, shapeOf, TRIED, wishErasure } from './answered-alike.js';
import { desk, registered, stored, THOUGHT_OF, tokenOf, WORD } from './forced-person.js';

let service: Service;
let kiosk: Api;
beforeAll(async () => {
  service = await startService();
  await service.app.listen(0, '127.0.0.1');
  kiosk = await service.device('kiosk');
});
afterAll(() => service.stop());

describe('access with typed codes', () => {
  const enter = (reference: string, accessCode = 'XXXXX-22222') =>
    service.everyone().post('/v1/registrations/access').send({ reference, accessCode });

  it('is stopped for one reference, also where many try at once, not for everybody who mistypes theirs', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, () => enter('PNH-0000')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    await enter('PNH-0001').expect(401);
    const checkIn = (reference: string) =>
      kiosk
        .post('/v1/check-ins')
        .set('idempotency-key', newKey())
        .send({ reference, accessCode: 'XXXXX-22222' });
    await checkIn('PNH-0000').expect(429);
    await checkIn('PNH-0002').expect(422);
  });

  it('answers a wrong code, a missing registration and a reference that is none with the same bytes', async () => {
    const { reference } = await service.register();
    const answers = [
      await enter(reference),
      await enter('PNH-2222-2222-2'),
      await enter('nothing like a reference'),
    ].map(({ status, body }) => ({ status, body: { ...(body as object), requestId: '' } }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401 });
  });
});

describe('the help word', () => {
  let protection: Api;
  beforeAll(async () => {
    protection = await service.api('protection');
  });

  const enter = (reference: string, accessCode: string) =>
    service.everyone().post('/v1/registrations/access').send({ reference, accessCode });
  const forced = async (reference: string) => {
    const { body } = await enter(reference, 'PULAU sembilan').expect(201);
    return service.as((body as { accessToken: string }).accessToken);
  };
  const own = async (person: Api) =>
    (await person.get('/v1/registrations/own').expect(200)).body as OwnRegistrationResponse;
  const flags = async (state = 'open') =>
    ((await protection.get(`/v1/duress-flags?state=${state}`).expect(200)).body as DuressFlagsPage).items;
  const flagOf = async (id: string) => (await flags()).filter(({ registrationId }) => registrationId === id);
  it('opens as the code does, and shows nothing that helps whoever forces the person', async () => {
    const { id, reference, accessCode } = await registered(service);
    await service.runJobs();
    const shapes = [await enter(reference, accessCode), await enter(reference, WORD)].map(shapeOf);
    expect(shapes[1]).toEqual(shapes[0]);
    const person = await forced(reference);
    const held = await own(person);
    expect(held).toMatchObject({
      id,
      reference,
      status: 'received',
      version: 1,
      identity: { fullName: 'Budi Contoh' },
    });
    expect(JSON.stringify(held)).not.toMatch(/guest house|Jalan|855123|X1234567|danger|home-ministry/);
    expect((await person.get('/v1/registrations/own/looks').expect(200)).body).toEqual({ items: [] });
    expect((await person.get('/v1/messages/own').expect(200)).body).toEqual({ items: [] });
    expect((await person.get('/v1/status/own').expect(200)).body).toMatchObject({ ticket: null, turn: null });
    expect((await person.get('/v1/appointments/own/choices').expect(200)).body).toEqual({ items: [] });
    for (const path of [
      'appointments/own',
      'appointments/own/calendar',
      'tickets/own',
      'registrations/own/portrait',
    ])
      await person.get(`/v1/${path}`).expect(404);
  });

  it('is thought of by every route that is open to a person', () => {
    const open = operationsOf(service.app).filter(({ allowed }) => allowed.includes('person'));
    // whoever adds one says there what it shows and seems to do under duress (decision 33), and then here that it does
    expect(open.map(({ method, path }) => `${method} ${path.replace('/v1/', '')}`).sort()).toEqual(
      THOUGHT_OF,
    );
  });

  it('shows the harmless pages, also for whoever has an appointment', async () => {
    const [receipt] = await invite(service, 1, { helpWord: WORD });
    const { reference, accessCode } = receipt!;
    const pages = async (code: string) => {
      const visit = visitor(service);
      await visit.post('/status/sign-in', { reference, accessCode: code }).expect(303);
      const read = async (path: string) => (await visit.get(path).expect(200)).text;
      return (
        await Promise.all(['/status', '/status/appointment', '/receipt', '/status/held'].map(read))
      ).join();
    };
    expect(await pages(accessCode)).toMatch(/pulang-when/);
    const shown = await pages(WORD);
    expect(shown).toContain(reference);
    expect(shown).not.toMatch(/pulang-when|pulang-turn|[Hh]elp word|duress|hidden from/);
  });

  it('seems to do what is asked, shows it again the next time, and does nothing', async () => {
    const { id, reference } = await registered(service);
    await service.runJobs();
    const before = await stored(service, id);
    const person = await forced(reference);
    const change = (method: 'patch' | 'put' | 'post', path: string, version: number, body: object = {}) =>
      person[method](`/v1/registrations/own/${path}`).set('if-match', `"v${version}"`).send(body);
    const contact = { method: 'sms', phone: '+85587654321', whereNow: 'With me' };
    await change('patch', 'contact', 7, contact).expect(412);
    const changed = await change('patch', 'contact', 1, contact).expect(200);
    expect(changed.body).toMatchObject({
      contact: { phone: '+85587654321' },
      location: { whereNow: 'With me' },
      version: 2,
    });
    await change('put', 'home', 2, { address: 'Nowhere 1' }).expect(200);
    await change('put', 'needs', 3, { needs: ['pregnant', 'cannot-speak-freely'] }).expect(200);
    await change('put', 'consents', 4, { consents: [] }).expect(409);
    await change('put', 'consents', 4, { consents: ['embassy-assistance', 'home-ministry'] }).expect(200);
    await change('put', 'help-word', 5, { helpWord: 'another word' }).expect(204);
    await change('post', 'withdrawal', 5).expect(200);
    await change('post', 'withdrawal', 6).expect(409);
    await change('post', 'erasure/confirmation', 1).expect(409);
    expect((await change('post', 'erasure', 6).expect(200)).body).toMatchObject({
      status: 'asked',
      version: 1,
    });
    expect((await change('post', 'erasure/confirmation', 1).expect(200)).body).toMatchObject({
      status: 'confirmed',
    });
    await person
      .post('/v1/appointments/own')
      .set('idempotency-key', newKey())
      .send({ slotId: id })
      .expect(409);
    const again = await forced(reference);
    expect(await own(again)).toMatchObject({
      status: 'withdrawn',
      version: 6,
      contact: { method: 'sms', phone: '+85587654321' },
      location: { whereNow: 'With me' },
      home: { address: 'Nowhere 1' },
      needs: ['pregnant'],
      consents: ['embassy-assistance', 'home-ministry'],
    });
    expect((await again.get('/v1/registrations/own/erasure').expect(200)).body).toMatchObject({
      status: 'confirmed',
    });
    await service.runJobs();
    const [after] = await stored(service, id);
    expect([after]).toEqual(before);
    await enter(reference, 'another word').expect(401);
    expect(await flagOf(id)).toMatchObject([
      {
        way: 'web',
        times: 2,
        tried: [
          ...['contact-changed', 'home-changed', 'needs-changed', 'consents-changed', 'help-word-chosen'],
          ...['withdrawn', 'erasure-asked', 'erasure-confirmed'],
        ],
      },
    ]);
  });

  it('answers after an erasure under duress as after a true one, everywhere, and raises the flag all the same', async () => {
    const [seeming, erased] = [await registered(service), await registered(service)];
    const truly = await service.person(seeming);
    const people: [Api, Api] = [await forced(seeming.reference), await service.person(erased)];
    await wishErasure(service, people, [seeming, erased]);
    const answers = (one: typeof seeming, person: Api) => answersTo(service, kiosk, person, one, WORD);
    const [pretended, real] = [await answers(seeming, people[0]), await answers(erased, people[1])];
    expect(pretended).toEqual(real);
    expect(real.map(([status]) => status)).toEqual([401, 422, 422, 401]);
    expect(await flagOf(seeming.id)).toMatchObject([{ times: 4, way: 'web', tried: TRIED }]);
    expect(JSON.stringify(await own(truly))).toContain('guest house');
    await enter(seeming.reference, seeming.accessCode).expect(201);
    await truly.put('/v1/registrations/own/help-word').send({ helpWord: 'Sungai Musi' }).expect(204);
    await enter(seeming.reference, 'Sungai Musi').expect(401);
    expect(await flagOf(seeming.id)).toMatchObject([{ times: 5 }]);
  });

  it('raises one flag however many type it at once, and a new one after it was taken up', async () => {
    const { id, reference } = await registered(service);
    const told = await EventStream.open(
      service.app,
      await tokenOf(service, 'supervisor'),
      '/v1/duress-flags/events',
    );
    const before = (await told.find(({ type }) => type === 'flags')).data as { waiting: number };
    await Promise.all([1, 2, 3, 4].map(() => enter(reference, WORD).expect(201)));
    await told.find(({ data }) => (data as typeof before).waiting === before.waiting + 1);
    told.close();
    const [flag, another] = await flagOf(id);
    expect(flag).toMatchObject({ times: 4, acknowledgedAt: null, tried: [] });
    expect(another).toBeUndefined();
    const acknowledge = (version: number, note = 'reached-safe') =>
      protection
        .post(`/v1/duress-flags/${flag!.id}/acknowledgement`)
        .set('if-match', `"v${version}"`)
        .send({ note });
    await enter(reference, WORD).expect(201);
    await acknowledge(flag!.version).expect(412);
    await acknowledge(flag!.version + 1, 'forgotten').expect(422);
    const taken = (await acknowledge(flag!.version + 1).expect(200)).body as DuressFlagResponse;
    expect(taken).toMatchObject({ note: 'reached-safe', times: 5 });
    expect((await acknowledge(taken.version).expect(409)).body).toMatchObject({
      code: 'flag-acknowledged-already',
    });
    expect(await flagOf(id)).toEqual([]);
    expect((await flags('acknowledged')).map(({ id: one }) => one)).toContain(flag!.id);
    await enter(reference, WORD).expect(201);
    expect(await flagOf(id)).toMatchObject([{ times: 1 }]);
  });

  it('gives a number at the kiosk, raises the flag also where there is none to give, and counts as the code does', async () => {
    const checkIn = (reference: string, accessCode: string) =>
      kiosk.post('/v1/check-ins').set('idempotency-key', newKey()).send({ reference, accessCode });
    const [invited] = await invite(service, 1, { helpWord: WORD });
    const { body } = await checkIn(invited!.reference, WORD).expect(201);
    expect(Object.keys(body as object)).toEqual(
      Object.keys((await checkIn(invited!.reference, invited!.accessCode).expect(201)).body as object),
    );
    expect(await flagOf(invited!.id)).toMatchObject([{ way: 'kiosk', times: 1 }]);
    const { id, reference, accessSecret } = await registered(service);
    const person = await service.person({ accessSecret });
    await person.post('/v1/registrations/own/withdrawal').set('if-match', '"v1"').expect(200);
    await checkIn(reference, WORD).expect(409);
    expect(await flagOf(id)).toMatchObject([{ way: 'kiosk', times: 1 }]);
    for (let n = 0; n < 10; n++) await enter(reference, 'pulau sepuluh').expect(401);
    await enter(reference, WORD).expect(429);
    await checkIn(reference, WORD).expect(429);
  });

  it('is kept nowhere in clear, told to nobody, and refused where it looks like a code', async () => {
    const { id, reference, accessCode, accessSecret } = await registered(service);
    const person = await service.person({ accessSecret });
    const choose = (helpWord: string, status: number) =>
      person.put('/v1/registrations/own/help-word').send({ helpWord }).expect(status);
    for (const word of [accessCode, accessCode.toLowerCase(), reference, 'abc', '12345']) {
      const { body } = await choose(word, 422);
      expect(body).toMatchObject({ errors: [{ pointer: '/helpWord', code: 'not-a-help-word' }] });
    }
    await choose('Sungai Musi', 204);
    await enter(reference, WORD).expect(401);
    await enter(reference, 'sungai musi').expect(201);
    for (const word of [WORD, 'pulausembilan', 'Sungai Musi', 'sungaimusi'])
      expect(await tablesWith(service, word)).toEqual([]);
    const held = JSON.stringify([
      await own(person),
      (await person.get('/v1/registrations/own/looks').expect(200)).body,
    ]);
    expect(held).not.toMatch(/word|duress/i);
    const officer = await service.api('officer');
    const supervisor = await service.api('supervisor');
    await officer.get('/v1/duress-flags').expect(403);
    await supervisor.get('/v1/duress-flags').expect(200);
    const page = async (role: string) =>
      (await (await desk(service, role)).get(`/console/cases/${id}`).expect(200)).text;
    for (const role of ['officer', 'approver']) expect(await page(role)).not.toMatch(/[Hh]elp word|duress/);
    for (const role of ['protection', 'supervisor'])
      expect(await page(role)).toMatch(/Opened with the help word/);
    await (await desk(service, 'officer')).get('/console/duress').expect(403);
    const [flag] = await flagOf(id);
    const list = await desk(service, 'protection');
    expect((await list.get('/console/duress').expect(200)).text).toContain(reference);
    const takeUp = (note: string) =>
      list.post(`/console/duress/${flag!.id}/acknowledgement`, { version: flag!.version, note });
    expect((await takeUp('').expect(422)).text).toContain(`id="note-${flag!.id}-error"`);
    await takeUp('mistake').expect(303).expect('location', '/console/duress?done');
    expect((await takeUp('mistake').expect(409)).text).toContain('took this up already');
    expect((await list.get('/console/duress?state=acknowledged').expect(200)).text).toContain(
      'Typed by mistake',
    );
    const looks = JSON.stringify((await person.get('/v1/registrations/own/looks').expect(200)).body);
    expect(looks).toContain('registration.read');
    expect(looks).not.toContain('duress');
  });
});
