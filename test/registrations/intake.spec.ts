import { buildRegistration, newKey, type Service, startService } from '../support/service.js';

describe('registration', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const post = (body: unknown, key = newKey()) =>
    service
      .everyone()
      .post('/v1/registrations')
      .set('idempotency-key', key)
      .send(body as object);
  const counts = async () =>
    (
      await service.query<{ registrations: string; people: string; keys: string; events: string }>(
        `SELECT (SELECT count(*) FROM registration) AS registrations, (SELECT count(*) FROM person) AS people,
         (SELECT count(*) FROM idempotency_key) AS keys,
         (SELECT count(*) FROM audit_event WHERE action = 'registration.received') AS events`,
      )
    )[0];

  it('gives a reference, a code and a secret, and leaves an audit event and nothing in clear', async () => {
    const receipt = await service.register({
      fullName: 'Sutrisno Contoh',
      contact: { method: 'phone', phone: '+855 12 345 678' },
      whereNow: 'Guest house Melati',
      nationalId: '3174012345678901',
    });
    expect(receipt.reference).toMatch(/^PNH-[0-9B-Z]{4}-[0-9B-Z]{4}-[0-9B-Z]$/);
    const rows = await service.query(
      'SELECT p.*, r.* FROM person p JOIN registration r ON r.person_id = p.id WHERE r.id = $1',
      [receipt.id],
    );
    const stored = JSON.stringify(rows, (_, value: { type?: string; data?: number[] }) =>
      value?.type === 'Buffer' ? Buffer.from(value.data ?? []).toString('latin1') : value,
    );
    for (const secret of [
      'Sutrisno',
      '12345678',
      'Melati',
      '3174012345678901',
      receipt.accessSecret,
      receipt.accessCode,
    ])
      expect(stored).not.toContain(secret);
    expect(
      await service.query('SELECT actor_kind FROM audit_event WHERE subject_id = $1', [receipt.id]),
    ).toEqual([{ actor_kind: 'everyone' }]);
  });

  it('answers a repeated key with the same receipt and registers once, even twenty times at once', async () => {
    const before = await counts();
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(buildRegistration(), key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(Number((await counts())!.registrations)).toBe(Number(before!.registrations) + 1);
  });

  it('leaves nothing where one of the statements that go out with the commit fails', async () => {
    const before = await counts();
    await service.query(
      `ALTER TABLE audit_event ADD CONSTRAINT refused_here CHECK (action <> 'registration.received') NOT VALID`,
    );
    const key = newKey();
    await post(buildRegistration(), key).expect(500);
    await service.query('ALTER TABLE audit_event DROP CONSTRAINT refused_here');
    expect(await counts()).toEqual(before);
    await post(buildRegistration(), key).expect(201);
  });

  it('says the time at which the database received it', async () => {
    const receipt = await service.register();
    const [row] = await service.query<{ received_at: Date }>(
      'SELECT received_at FROM registration WHERE id = $1',
      [receipt.id],
    );
    expect(receipt.receivedAt).toBe(row!.received_at.toISOString());
  });

  it('refuses a key that comes with another body', async () => {
    const key = newKey();
    await post(buildRegistration(), key).expect(201);
    const answer = await post(buildRegistration({ fullName: 'Another Contoh' }), key).expect(422);
    expect(answer.body).toMatchObject({ code: 'idempotency-key-reused' });
  });

  describe('with bad input', () => {
    const valid = buildRegistration();
    it.each([
      ['an unknown field', { ...valid, rank: 'general' }, '/rank', 'unknown-field'],
      ['what every object has', { ...valid, constructor: 'x' }, '/constructor', 'unknown-field'],
      [
        'the same within',
        { ...valid, contact: { method: 'none', hasOwnProperty: 1 } },
        '/contact/hasOwnProperty',
        'unknown-field',
      ],
      ['a wrong type', { ...valid, fullName: 7 }, '/fullName', 'text-expected'],
      ['a missing field', { ...valid, sex: undefined }, '/sex', 'required'],
      ['NUL', { ...valid, fullName: 'Budi\u0000' }, '/fullName', 'unsafe-characters'],
      [
        'a bidirectional override',
        { ...valid, fullName: 'Budi\u202eidub' },
        '/fullName',
        'unsafe-characters',
      ],
      ['a lone surrogate', { ...valid, fullName: 'Budi\ud800' }, '/fullName', 'unsafe-characters'],
      ['no letters', { ...valid, fullName: '12345' }, '/fullName', 'no-letters'],
      ['a future year', { ...valid, birthDate: { year: 2100 } }, '/birthDate/year', 'in-the-future'],
      ['a Buddhist year', { ...valid, birthDate: { year: 2541 } }, '/birthDate/year', 'buddhist-year'],
      [
        'no such day',
        { ...valid, birthDate: { year: 1998, month: 2, day: 30 } },
        '/birthDate/day',
        'not-a-date',
      ],
      ['an unknown need', { ...valid, needs: ['money'] }, '/needs', 'not-a-choice'],
      ['no consent', { ...valid, consents: [] }, '/consents', 'consent-needed'],
      ['no such post', { ...valid, post: 'ZZZ' }, '/post', 'not-a-choice'],
      [
        'a bad phone',
        { ...valid, contact: { method: 'phone', phone: '+855 1' } },
        '/contact/phone',
        'not-a-phone-number',
      ],
      ['no phone', { ...valid, contact: { method: 'phone' } }, '/contact/phone', 'required'],
      ['an unreadable MRZ', { ...valid, passportMrz: 'P<UTO' }, '/passportMrz', 'mrz-length'],
      ['prototype pollution', JSON.parse('{"__proto__":{"x":1}}') as object, '/post', 'required'],
    ])('%s is a problem at the field, and nothing is written', async (_, body, pointer, code) => {
      const before = await counts();
      const answer = await post(body);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect([400, 422]).toContain(answer.status);
      if (answer.status === 422)
        expect((answer.body as { errors: object[] }).errors).toContainEqual(
          expect.objectContaining({ pointer, code }),
        );
      expect(await counts()).toEqual(before);
    });

    it('10 MB, no JSON and another media type are problems too', async () => {
      const before = await counts();
      const send = (type: string, body: string) =>
        service
          .everyone()
          .post('/v1/registrations')
          .set('idempotency-key', newKey())
          .set('content-type', type)
          .send(body);
      expect(
        (await send('application/json', JSON.stringify({ ...valid, fullName: 'a'.repeat(1e7) }))).status,
      ).toBe(413);
      expect((await send('application/json', '{"fullName"')).status).toBe(400);
      expect((await send('text/csv', 'a,b')).status).toBe(415);
      expect(await counts()).toEqual(before);
    });

    it.each([
      ['values', `{"needs":[${Array(80_000).fill('{}').join()}]}`],
      ['lists in lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ])('more %s than any form has are refused before they are read into one', async (_, body) => {
      const answer = await service
        .everyone()
        .post('/v1/registrations')
        .set({ 'idempotency-key': newKey(), 'content-type': 'application/json' })
        .send(body);
      expect(answer.status).toBe(413);
      expect(answer.body).toMatchObject({ code: 'too-large' });
    });

    it('a missing or malformed key is a problem', async () => {
      await service.everyone().post('/v1/registrations').send(valid).expect(400);
      await service
        .everyone()
        .post('/v1/registrations')
        .set('idempotency-key', 'short')
        .send(valid)
        .expect(422);
    });

    it('is answered in the language of the caller', async () => {
      const answer = await post({ ...valid, sex: undefined }).set('accept-language', 'id-ID,id;q=0.9');
      expect(answer.headers['content-language']).toBe('id');
      expect((answer.body as { title: string }).title).not.toContain('problem.');
    });
  });

  it('comes by the channel of the caller, who cannot choose it', async () => {
    const kiosk = await service.device('kiosk');
    const officer = await service.api('officer');
    const client = await service.api('client');
    for (const api of [kiosk, officer, client])
      await api.post('/v1/registrations').set('idempotency-key', newKey()).send(valid()).expect(201);
    const channels = await service.query<{ channel: string }>(
      'SELECT DISTINCT channel FROM registration ORDER BY channel',
    );
    expect(channels.map(({ channel }) => channel)).toEqual(['kiosk', 'officer', 'organisation', 'self']);
  });

  const valid = () => buildRegistration();

  it.each(['contact', 'birthDate'])('says so where %s is missing or nothing', async (part) => {
    for (const value of [undefined, null, 7]) {
      const refused = await service
        .everyone()
        .post('/v1/registrations')
        .set('idempotency-key', newKey())
        .send({ ...buildRegistration(), [part]: value })
        .expect(422);
      expect((refused.body as { errors: { pointer: string }[] }).errors).toEqual([
        expect.objectContaining({ pointer: `/${part}` }),
      ]);
    }
  });
});
