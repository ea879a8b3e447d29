import { heading, hiddenFields, visitor } from '../support/page-reader.js';
import { buildRegistration, newKey, type Service, startService } from '../support/service.js';

/** What a page says of one step of the way home. */
const stateOf = (stage: string, page: string): string =>
  new RegExp(`__name">${stage}<span[^>]*>: </span></span>\\s*<span[^>]*>([^<]*)`).exec(page)?.[1] ??
  'not there';

describe('the pages of a person', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  async function signedIn() {
    const receipt = await service.register({ fullName: 'Sutrisno Contoh' });
    const person = visitor(service);
    await person.post('/status/sign-in', { secret: receipt.accessSecret }).expect(303);
    return { person, receipt };
  }
  const row = async (id: string) =>
    (
      await service.query<{ status: string; version: number }>(
        'SELECT status, version FROM registration WHERE id = $1',
        [id],
      )
    )[0]!;

  it('lead whoever is not signed in to the codes, and back when they sign out', async () => {
    for (const path of ['/status', '/status/held', '/status/contact', '/status/consents', '/status/withdraw'])
      await visitor(service).get(path).expect(303).expect('location', '/status/sign-in');
    const { person } = await signedIn();
    await person.get('/status').expect(200);
    const out = await person.post('/status/sign-out', {}).expect(303).expect('location', '/');
    expect(out.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    await person.get('/status').expect(303);
    const { headers } = await person.post('/status/contact', { method: 'none' }).expect(303);
    const lost = (await person.get(headers['location']!).expect(200)).text;
    expect(lost).toContain('Your last change was not saved');
    await person.post('/status/sign-out', {}).expect(303).expect('location', '/status/sign-in');
  });

  it('tell a browser that keeps no cookies why it is asked for the codes again, and no other one', async () => {
    const { accessSecret: secret } = await service.register();
    const sent = await visitor(service).post('/status/sign-in?lang=id', { secret }).expect(303);
    const entered = await visitor(service).get(sent.headers['location']!).expect(303);
    const again = await visitor(service).get(entered.headers['location']!).expect(200);
    expect(again.headers['content-language']).toBe('id');
    expect(again.text).toContain('Kode Anda benar, tetapi peramban ini tidak menyimpan cookie');
    const person = visitor(service);
    expect((await person.get('/status/sign-in').expect(200)).text).not.toContain('cookies');
    await person.post('/status/sign-in', { secret }).expect(303).expect('location', '/status');
  });

  it('answer an open page that asks whether anything has changed, until they sign out', async () => {
    const { person } = await signedIn();
    const tag = / data-tag="([^"]+)"/.exec((await person.get('/status').expect(200)).text)![1]!;
    const etag = tag.replaceAll('&quot;', '"');
    for (let i = 0; i < 2; i++) {
      const answer = await person.get('/status/now').expect(200);
      expect(answer.headers).toMatchObject({ etag, 'cache-control': 'no-store' });
      expect(answer.body).toMatchObject({ ticket: null });
    }
    await visitor(service).get('/status/now').expect(303);
    await person.post('/status/sign-out', {}).expect(303);
    await person.get('/status/now').expect(303);
  });

  it.each<[string, object, string]>([
    ['nothing', {}, 'Write the reference as on your receipt'],
    ['no code', { reference: 'PNH-7K3M-Q2XD-5' }, 'field'],
    [
      'a reference that is none',
      { reference: 'PNH-0000', accessCode: '1' },
      'This is not one of our references',
    ],
  ])('refuse %s and keep the reference', async (_, body, words) => {
    const answer = await visitor(service).post('/status/sign-in', body).expect(422);
    if (words !== 'field') expect(answer.text).toContain(words);
    if ('reference' in body) expect(answer.text).toContain(`value="${String(body.reference)}"`);
  });

  it('answer a wrong code and a missing registration alike, and never show a code again', async () => {
    const { reference } = await service.register();
    const other = await service.register();
    await service.query('DELETE FROM consent WHERE registration_id = $1', [other.id]).catch(() => undefined);
    const wrong = await visitor(service)
      .post('/status/sign-in', { reference, accessCode: 'XXXXX-22222' })
      .expect(422);
    expect(wrong.text).toContain('These two codes do not fit together');
    expect(wrong.text).not.toContain('XXXXX-22222');
  });

  it('stop somebody who guesses, with the time to wait', async () => {
    const { reference } = await service.register();
    const guess = () => visitor(service).post('/status/sign-in', { reference, accessCode: 'XXXXX-22222' });
    for (let n = 0; n < 10; n++) await guess().expect(422);
    const stopped = await guess().expect(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect(heading(stopped.text)).toBe('Too many tries');
  });

  it('show what to do now, from registration over the appointment to the number in the hall', async () => {
    const { person, receipt } = await signedIn();
    expect(heading((await person.get('/status')).text)).toBe('Wait in a safe place');
    await service.runJobs();
    const booked = (await person.get('/status')).text;
    expect(['Come at this time', 'Come as soon as you can', 'Come to us now']).toContain(heading(booked));
    expect(booked).toMatch(/class="pulang-when">.*<span>Embassy of the Republic of Indonesia/);
    const own = (await person.get('/status/appointment').expect(200)).text;
    const undecided = await person
      .post('/status/appointment', { version: hiddenFields(own)['version'] })
      .expect(422);
    expect(heading(undecided.text)).toBe('Your appointment');
    expect(undecided.text).toContain('Answer this question');
    await service.query('UPDATE booking SET called_forward_at = now() WHERE registration_id = $1', [
      receipt.id,
    ]);
    expect(heading((await person.get('/status')).text)).toBe('Come to us now');
    const kiosk = await service.device('kiosk');
    await kiosk
      .post('/v1/check-ins')
      .set('idempotency-key', `status-spec-${Date.now()}`)
      .send({ accessSecret: receipt.accessSecret })
      .expect(201);
    const waiting = (await person.get('/status')).text;
    expect(heading(waiting)).toBe('Wait in the hall');
    expect(waiting).toContain('pulang-ticket__number');
  });

  it.each(['officer', 'client'] as const)(
    'show their appointment to whoever was registered by an %s, and why it does not show where they are',
    async (role) => {
      const answer = await (
        await service.api(role)
      )
        .post('/v1/registrations')
        .set('idempotency-key', newKey())
        .send(buildRegistration({ whereNow: 'Rumah Contoh' }))
        .expect(201);
      await service.runJobs();
      const person = visitor(service);
      const { accessSecret } = answer.body as { accessSecret: string };
      await person.post('/status/sign-in', { secret: accessSecret }).expect(303);
      const status = (await person.get('/status').expect(200)).text;
      expect(status).toContain('class="pulang-when"');
      expect(heading((await person.get('/status/appointment').expect(200)).text)).toBe('Your appointment');
      const held = (await person.get('/status/held').expect(200)).text;
      expect(held).not.toContain('Rumah Contoh');
      expect(held).toContain('because somebody else gave you your codes');
    },
  );

  it('say that no other time comes by itself to whoever gave theirs back', async () => {
    const { person } = await signedIn();
    await service.runJobs();
    expect(stateOf('Appointment', (await person.get('/status').expect(200)).text)).toMatch(/^Done, /);
    const FORGET = 'Take the cancelled time out of my calendar';
    const own = (await person.get('/status/appointment').expect(200)).text;
    expect(own).not.toContain(FORGET);
    expect(own).not.toMatch(/<form[^>]*appointment\/cancel/);
    expect(own).toMatch(/href="\/status\/appointment\/cancel"[^>]*>\s*Cancel my appointment/);
    const asked = (await person.get('/status/appointment/cancel').expect(200)).text;
    expect(heading(asked)).toBe('Cancel your appointment?');
    const { version } = hiddenFields(asked);
    await person.post('/status/appointment/cancel', { version }).expect(303);
    await person.get('/status/appointment/cancel').expect(303).expect('location', '/status/appointment');
    const status = (await person.get('/status').expect(200)).text;
    expect(heading(status)).toBe('Choose a time to come');
    expect(stateOf('Appointment', status)).toBe('Now');
    expect(status).toContain('class="govuk-button" href="/status/appointment"');
    expect(status).not.toContain('there we tell you when to come');
    expect(status).not.toContain(FORGET);
    expect((await person.get('/status/appointment').expect(200)).text).toContain(FORGET);
    const withdrawal = hiddenFields((await person.get('/status/withdraw').expect(200)).text);
    await person.post('/status/withdraw', { ...withdrawal, sure: 'yes' }).expect(303);
    const closed = (await person.get('/status').expect(200)).text;
    expect(closed).toContain(FORGET);
    await person
      .get('/status/appointment.ics')
      .expect(200)
      .expect('content-type', /calendar/);
  });

  it('give the receipt again, without the codes that are kept nowhere', async () => {
    const { person, receipt } = await signedIn();
    const page = (await person.get('/receipt').expect(200)).text;
    expect(page).toContain(receipt.reference);
    expect(page).not.toContain(receipt.accessCode);
    expect(page).not.toContain('class="pulang-qr"');
    expect(page).toMatch(/href="\/status" class="govuk-back-link"/);
  });

  it('change how the person is reached, and say at the field what is wrong', async () => {
    const { person, receipt } = await signedIn();
    const fields = hiddenFields((await person.get('/status/contact').expect(200)).text);
    const wrong = await person
      .post('/status/contact', {
        ...fields,
        method: 'phone',
        phone: '12',
        email: '',
        safeHours: 'mornings',
        whereNow: '',
      })
      .expect(422);
    expect(wrong.text).toContain('with its country code');
    expect(wrong.text).toContain('value="mornings"');
    const { version } = await row(receipt.id);
    await person
      .post('/status/contact', {
        ...hiddenFields(wrong.text),
        method: 'phone',
        phone: '+855 12 345 678',
        whereNow: 'Takeo',
      })
      .expect(303)
      .expect('location', '/status?saved');
    expect((await person.get('/status?saved').expect(200)).text).toContain('Your change is saved.');
    expect((await person.get('/status').expect(200)).text).not.toContain('Your change is saved.');
    expect((await row(receipt.id)).version).toBe(version + 1);
    const held = (await person.get('/status/held')).text;
    for (const part of ['+85512345678', 'Takeo']) expect(held).toContain(part);
    const quietly = { method: 'none', helpWord: 'Pulau Sembilan', cannotSpeak: 'yes' };
    await person.post('/status/contact', { ...fields, ...quietly }).expect(412);
    const told = () =>
      service.query('SELECT help_word_index IS NOT NULL AS word, needs FROM registration WHERE id = $1', [
        receipt.id,
      ]);
    expect(await told()).toEqual([{ word: false, needs: [] }]);
    const { text } = await person.get('/status/contact').expect(200);
    await person.post('/status/contact', { ...hiddenFields(text), ...quietly }).expect(303);
    expect(await told()).toEqual([{ word: true, needs: ['cannot-speak-freely'] }]);
  });

  it('let people change their mind about what may be done with their answers', async () => {
    const { person, receipt } = await signedIn();
    expect((await person.get('/status')).text).toContain('/status/consents');
    const page = (await person.get('/status/consents').expect(200)).text;
    expect(page).toMatch(/value="home-ministry" checked/);
    expect(page).not.toContain('value="embassy-assistance"');
    const agreed = () =>
      service
        .query<{ purpose: string }>(
          `SELECT DISTINCT ON (purpose) purpose, given FROM consent WHERE registration_id = $1 ORDER BY purpose, at DESC`,
          [receipt.id],
        )
        .then((rows) => rows.filter((row) => 'given' in row && row.given).map(({ purpose }) => purpose));
    await person
      .post('/status/consents', { ...hiddenFields(page), consents: 'shelter-partners' })
      .expect(303)
      .expect('location', '/status?saved');
    expect(await agreed()).toEqual(['embassy-assistance', 'shelter-partners']);
    const nothing = hiddenFields((await person.get('/status/consents')).text);
    await person.post('/status/consents', nothing).expect(303);
    expect(await agreed()).toEqual(['embassy-assistance']);
    await person.post('/status/consents', { ...hiddenFields(page), consents: 'home-ministry' }).expect(412);
    const asked = await person.post('/status/consents', { ...nothing, consents: 'everything' }).expect(422);
    expect(asked.text).toContain('id="consents-error"');
    expect(await agreed()).toEqual(['embassy-assistance']);
  });

  it('withdraw only who is sure, and once', async () => {
    const { person, receipt } = await signedIn();
    const fields = hiddenFields((await person.get('/status/withdraw').expect(200)).text);
    await person.post('/status/withdraw', fields).expect(422);
    expect((await row(receipt.id)).status).toBe('received');
    await person.post('/status/withdraw', { ...fields, sure: 'yes' }).expect(303);
    expect((await row(receipt.id)).status).toBe('withdrawn');
    const status = (await person.get('/status')).text;
    expect(heading(status)).toBe('Your registration is closed');
    expect(status).not.toContain('/status/withdraw');
    await person.post('/status/withdraw', { ...fields, sure: 'yes' }).expect(412);
  });

  it('are refused to everybody else, and to forms of another site', async () => {
    const board = visitor(service);
    await board.post('/enrol', { code: service.demonstration.boardCode }).expect(303);
    await board.get('/status').expect(403);
    const { person, receipt } = await signedIn();
    const fields = hiddenFields((await person.get('/status/withdraw')).text);
    await person
      .post('/status/withdraw', { ...fields, sure: 'yes' }, { 'sec-fetch-site': 'cross-site' })
      .expect(403);
    expect((await row(receipt.id)).status).toBe('received');
  });

  it('let somebody out at once, signed out, but not by a link of another site', async () => {
    const { person } = await signedIn();
    const lured = await person.get('/exit').set('sec-fetch-site', 'cross-site').expect(303);
    expect(lured.headers['clear-site-data']).toBeUndefined();
    await person.get('/status').expect(200);
    const out = await person.get('/exit').expect(303);
    expect(out.headers['location']).toBe('https://www.wikipedia.org/');
    expect(out.headers['clear-site-data']).toContain('"cookies"');
    await person.get('/status').expect(303).expect('location', '/status/sign-in');
  });
});
