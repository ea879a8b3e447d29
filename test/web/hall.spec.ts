import { heading, hiddenFields, visitor, type Visitor } from '../support/page-reader.js';
import { type Service, startService } from '../support/service.js';

describe('a kiosk in the hall', () => {
  let service: Service;
  let kiosk: Visitor;
  let board: Visitor;
  beforeAll(async () => {
    service = await startService();
    kiosk = visitor(service);
    board = visitor(service);
  });
  afterAll(() => service.stop());

  /** Somebody who may come today. */
  async function expected() {
    const receipt = await service.register();
    await service.runJobs();
    await service.query('UPDATE booking SET called_forward_at = now() WHERE registration_id = $1', [
      receipt.id,
    ]);
    return receipt;
  }
  const tickets = async () => Number((await service.query('SELECT count(*) AS n FROM ticket'))[0]!['n']);
  const checkInForm = async () => hiddenFields((await kiosk.get('/kiosk/check-in').expect(200)).text);

  it('enrols with its code', async () => {
    await kiosk.get('/kiosk').expect(303).expect('location', '/enrol');
    const wrong = await kiosk.post('/enrol', { code: 'XXXX-XXXX-XXXX-XXXX' }).expect(422);
    expect(wrong.text).toContain('This code is wrong, used or too old');
    await kiosk.post('/enrol', {}).expect(422);
    const { kioskCode, boardCode } = service.demonstration;
    const enrolled = await kiosk.post('/enrol', { code: kioskCode.toLowerCase() }).expect(303);
    expect(enrolled.headers['location']).toBe('/kiosk');
    expect(String(enrolled.headers['set-cookie'])).toContain(
      `Max-Age=${90 * 24 * 3600}; Path=/; HttpOnly; SameSite=Lax`,
    );
    expect(heading((await kiosk.get('/kiosk').expect(200)).text)).toBe('Welcome');
    await board.post('/enrol', { code: boardCode }).expect(303).expect('location', '/board');
  });

  it('gives a number to whoever shows both codes, the same one for a second press', async () => {
    const { reference, accessCode } = await expected();
    const sent = { ...(await checkInForm()), reference: reference.toLowerCase(), accessCode };
    const before = await tickets();
    const [first, second] = await Promise.all([
      kiosk.post('/kiosk/check-in', sent),
      kiosk.post('/kiosk/check-in', sent),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.text).toBe(second.text);
    expect(first.text).toMatch(/pulang-ticket__number" dir="ltr">\d{3}</);
    expect(first.text).toMatch(/<p>\d{1,2}\s\w+\s\d{4}, \d{2}:\d{2}<\/p>/);
    expect(first.text.match(new RegExp(`[^>]*>[^<]*${reference}`, 'g'))).toEqual([
      expect.stringContaining('class="pulang-paper-only"'),
    ]);
    expect(await tickets()).toBe(before + 1);
  });

  it('reads the QR code of a receipt', async () => {
    const { accessSecret } = await expected();
    const link = `http://localhost:3000/status/sign-in#s=${accessSecret}`;
    const answer = await kiosk
      .post('/kiosk/check-in', { ...(await checkInForm()), reference: link })
      .expect(200);
    expect(heading(answer.text)).toBe('Please take a seat');
    const wrong = `http://localhost:3000/status/sign-in#s=${'A'.repeat(22)}`;
    const refused = await kiosk
      .post('/kiosk/check-in', { ...(await checkInForm()), reference: wrong })
      .expect(422);
    expect(refused.text).not.toContain('AAAAAAAA');
  });

  it('says what is wrong at the field', async () => {
    const { reference } = await expected();
    const nothing = await kiosk.post('/kiosk/check-in', await checkInForm()).expect(422);
    expect(nothing.text).toContain('Write the reference as on your receipt');
    const sent = { ...(await checkInForm()), reference, accessCode: 'XXXXX-22222' };
    const wrong = await kiosk.post('/kiosk/check-in', sent).expect(422);
    expect(wrong.text).toContain('These two codes do not fit together');
    expect(wrong.text).toContain(`value="${reference}"`);
    await kiosk.post('/kiosk/check-in', { reference, accessCode: 'X' }).expect(422);
  });

  it('registers somebody and forgets them', async () => {
    let page = (await kiosk.get('/kiosk/register/safety').expect(200)).text;
    const answers: [string, object][] = [
      ['safety', { safe: 'yes' }],
      ['needs', {}],
      ['name', { fullName: 'Siti Contoh' }],
      ['birth', {}],
      ['sex', { sex: 'F' }],
      ['papers', {}],
      ['contact', { method: 'none' }],
      ['place', {}],
      ['travel', {}],
      ['held', {}],
      ['origin', {}],
      ['consent', { consents: 'embassy-assistance' }],
      ['check', {}],
    ];
    for (const [step, body] of answers) {
      const answer = await kiosk.post(`/kiosk/register/${step}`, { ...hiddenFields(page), ...body });
      expect([step, answer.status]).toEqual([step, step === 'check' ? 303 : 200]);
      page = answer.text;
    }
    const done = await kiosk.get('/kiosk/register/done').expect(200);
    expect(done.text).toContain('pulang-kiosk');
    expect(done.text).toContain('href="/kiosk/receipt"');
    await kiosk.get('/kiosk/receipt').expect(200);
    const [{ channel }] = (await service.query(
      'SELECT channel FROM registration ORDER BY received_at DESC LIMIT 1',
    )) as [{ channel: string }];
    expect(channel).toBe('kiosk');
    const end = await kiosk.post('/kiosk/end', {}).expect(303).expect('location', '/kiosk');
    expect(end.headers['clear-site-data']).toBe('"cache"');
    await kiosk.get('/kiosk/register/done').expect(303).expect('location', '/kiosk');
    await kiosk.get('/kiosk').expect(200);
  });

  it('lets no member of staff sign in on a screen of the hall: a kiosk clears itself, a board goes on', async () => {
    const { accounts } = service.demonstration;
    const { username, password } = accounts.find((known) => known.username === 'officer')!;
    for (const [screen, back] of [
      [kiosk, 'kiosk'],
      [board, 'board'],
    ] as const) {
      const page = await screen.get('/console/sign-in');
      const sent = await screen.post('/console/sign-in', { username, password });
      const tried = [
        page,
        sent,
        await screen.get('/console/sign-in/second-step'),
        await screen.post('/console/sign-in/second-step', { confirmCode: '123456' }),
        await screen.post('/console/sign-out', {}),
      ];
      for (const { headers } of tried) expect(headers['set-cookie']).toBeUndefined();
      if (back === 'kiosk') {
        expect(tried.map(({ status }) => status)).toEqual(Array(5).fill(403));
        expect(heading(page.text)).toBe('Please use a phone for this');
        // the hall's own frame: left alone, it goes back to the start
        expect(page.text).toContain('data-kiosk-idle data-start="/kiosk"');
      } else expect(tried.map(({ headers }) => headers['location'])).toEqual(Array(5).fill('/board'));
      await screen.get(`/${back}`).expect(200);
    }
  });

  it('is closed to phones, and to a device that was revoked', async () => {
    await visitor(service).get('/kiosk/check-in').expect(303).expect('location', '/enrol');
    const receipt = await service.register();
    const person = visitor(service);
    await person.post('/status/sign-in', { secret: receipt.accessSecret }).expect(303);
    await person.get('/kiosk').expect(403);
    const administrator = await service.api('administrator');
    const { items } = (await administrator.get('/v1/devices')).body as {
      items: { id: string; kind: string }[];
    };
    await administrator.delete(`/v1/devices/${items.find(({ kind }) => kind === 'kiosk')!.id}`).expect(204);
    await kiosk.get('/kiosk').expect(303).expect('location', '/enrol');
  });
});
