import { Clock } from '../../src/platform/clock/clock.js';
import { SealedBox } from '../../src/platform/crypto/sealed-box.js';
import { Topics } from '../../src/platform/jobs/topics.js';
import { newReceiptCodes, newSecret, type ReceiptCodes } from '../../src/web/kiosk/device/receipt-codes.js';
import { sealBox } from '../../src/web/kiosk/device/seal-box.js';
import { visitor } from '../support/page-reader.js';
import { type Api, type Service, startService } from '../support/service.js';

const ANSWERS = {
  safety: { safe: 'no' },
  needs: { needs: ['pregnant'] },
  name: { fullName: 'Budi Contoh' },
  birth: { day: '', month: '', year: '1998' },
  sex: { sex: 'M' },
  papers: { passportNumber: '', nationalId: '', passportMrz: '' },
  mother: { motherName: '' },
  contact: { method: 'none', phone: '', email: '' },
  language: { language: 'id' },
  hours: { safeFrom: '18', safeTo: '៧.៣០', noCalls: 'yes', safeHours: 'not at work' },
  place: { whereNow: 'Poipet' },
  travel: {},
  held: { whereHeld: '' },
  origin: { homeProvince: 'Sumatera Utara' },
  family: { familyName: '', familyRelation: '', familyPhone: '' },
  consent: { consents: ['embassy-assistance'] },
};

describe('registrations that a kiosk kept', () => {
  let service: Service;
  let kiosk: Api;
  beforeAll(async () => {
    service = await startService();
    kiosk = await service.device('kiosk');
  });
  afterAll(() => service.stop());

  const boxed = async (content: object, id = newSecret()) => {
    const key = service.app.get(SealedBox).publicKey.toString('base64url');
    return { id, box: await sealBox(key, id, content) };
  };
  const send = ({ id, box }: { id: string; box: string }, by: Api = kiosk) =>
    by.post('/v1/sealed-registrations').set('idempotency-key', id).send({ box });
  /** Of a kiosk that was just announced. */
  const enrolmentCode = async () => {
    const administrator = await service.api('administrator');
    const device = { kind: 'kiosk', name: `Kiosk ${newSecret()}` };
    return ((await administrator.post('/v1/devices').send(device)).body as { enrolmentCode: string })
      .enrolmentCode;
  };
  const shellIn = (worker: string) =>
    JSON.parse(/^const SHELL = (.*);$/m.exec(worker)![1]!) as {
      version: string;
      locales: string[];
      assets: string[];
    };
  const count = async () => Number((await service.query('SELECT count(*) AS n FROM registration'))[0]!['n']);
  const opens = ({ reference, accessCode }: ReceiptCodes) =>
    service.everyone().post('/v1/registrations/access').send({ reference, accessCode });

  it('become registrations under the number and codes that were printed', async () => {
    const receipt = newReceiptCodes('PNH');
    await opens(receipt).expect(401);
    const { body } = await send(await boxed({ answers: ANSWERS, receipt })).expect(201);
    expect(Object.keys(body as object).sort()).toEqual(['receivedAt', 'reference']);
    expect((body as ReceiptCodes).reference).toBe(receipt.reference);
    await opens(receipt).expect(201);
    const own = (await (await service.person(receipt)).get('/v1/registrations/own')).body as object;
    expect(own).toMatchObject({ channel: 'kiosk', language: 'id', identity: { fullName: 'Budi Contoh' } });
    expect((own as { needs: string[] }).needs.sort()).toEqual(['danger-now', 'pregnant']);
  });

  it('count once however often they are sent, also by the kiosk after it was enrolled again', async () => {
    const before = await count();
    const kept = await boxed({ answers: ANSWERS, receipt: newReceiptCodes('PNH') });
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(kept)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const code = await enrolmentCode();
    const enrolled = await service.everyone().post('/v1/devices/enrolments').send({ code });
    const again = service.as((enrolled.body as { accessToken: string }).accessToken);
    expect((await send(kept, again).expect(201)).text).toBe(answers[0]!.text);
    expect(await count()).toBe(before + 1);
  });

  it('count once by a kiosk that was switched off for days before it heard the answer, or into another year', async () => {
    const before = await count();
    const child = { ...ANSWERS, birth: { ...ANSWERS.birth, year: String(new Date().getFullYear() - 17) } };
    const kept = await boxed({ answers: child, receipt: newReceiptCodes('PNH') });
    const first = await send(kept).expect(201);
    const shift = (days: number) =>
      service.query('UPDATE idempotency_key SET created_at = created_at + make_interval(days => $1)', [days]);
    await shift(-5);
    await service.app.get(Topics).jobs.get('idempotency.forget')!({ postId: '', requestId: 'test' });
    await shift(5);
    expect((await send(kept).expect(201)).text).toBe(first.text);
    const clock = service.app.get(Clock);
    const now = clock.now.bind(clock);
    clock.now = () => new Date(now().getTime() + 2 * 366 * 86_400_000);
    const later = await send(kept);
    clock.now = now;
    expect([later.status, later.text]).toEqual([201, first.text]);
    expect(await count()).toBe(before + 1);
  });

  it('share a group where people stood there together, and nobody is told of the others', async () => {
    const group = '0198a000-0000-7000-8000-00000000e001';
    const receipts = [newReceiptCodes('PNH'), newReceiptCodes('PNH')];
    for (const receipt of receipts) await send(await boxed({ answers: ANSWERS, receipt, group })).expect(201);
    await send(await boxed({ answers: ANSWERS, receipt: newReceiptCodes('PNH'), group: 'us' })).expect(422);
    const [first, second] = await service.query<{ id: string; group_id: string }>(
      'SELECT id, group_id FROM registration WHERE group_id = $1 ORDER BY received_at',
      [group],
    );
    const officer = await service.api('officer');
    const seen = (await officer.get(`/v1/registrations/${first!.id}/companions`).expect(200)).body as {
      items: { id: string }[];
    };
    expect(seen.items.map(({ id }) => id)).toEqual([first!.id, second!.id]);
    const own = (await (await service.person(receipts[0]!)).get('/v1/registrations/own')).text;
    expect([group, second!.id].filter((text) => own.includes(text))).toEqual([]);
  });

  it('ask whom a child is with: an adult who registered there before, another one, or nobody', async () => {
    const group = '0198a000-0000-7000-8000-00000000e002';
    const [mother, ...children] = Array.from({ length: 5 }, () => newReceiptCodes('PNH'));
    const guardian = mother!.accessSecret;
    const answered = (year: string, choice: string) => ({
      ...ANSWERS,
      birth: { ...ANSWERS.birth, year },
      guardian: { guardian: choice, adultName: 'Wati Contoh', adultRelation: '' },
    });
    await send(await boxed({ answers: ANSWERS, receipt: mother, group })).expect(201);
    for (const [answers, adult] of [
      [answered('2018', 'adult-0'), { guardian }],
      [answered('2018', 'other'), {}],
      [answered('2018', 'alone'), {}],
      [answered('1990', 'alone'), { guardian }],
    ] as const)
      await send(await boxed({ answers, receipt: children.shift(), group, ...adult })).expect(201);
    const seen = await service.query<{ alone: boolean; withMother: boolean; named: boolean }>(
      `SELECT 'unaccompanied-minor' = ANY (needs) AS alone, adult_sealed IS NOT NULL AS named, guardian_id IS NOT DISTINCT FROM
         (SELECT id FROM registration WHERE reference = $2) AS "withMother"
       FROM registration JOIN person p ON p.id = person_id WHERE group_id = $1 AND reference <> $2 ORDER BY received_at`,
      [group, mother!.reference],
    );
    expect(seen).toEqual([
      { alone: false, withMother: true, named: false },
      { alone: false, withMother: false, named: true },
      { alone: true, withMother: false, named: false },
      { alone: false, withMother: false, named: false },
    ]);
    const wrong = { answers: ANSWERS, receipt: newReceiptCodes('PNH'), group, guardian: 'mother' };
    await send(await boxed(wrong)).expect(422);
  });

  it('are taken from an older kiosk too, whose questions stood elsewhere', async () => {
    const { safety, needs, birth, sex, contact, language, hours, place, ...rest } = ANSWERS;
    const older = {
      ...rest,
      safety: { ...safety, ...needs },
      birth: { ...birth, ...sex },
      contact: { ...contact, ...language, ...hours },
      place: { ...place, travelTime: 'under-45' },
      given: { up: 'x' },
      role: { id: 'x', companion: 'yes' },
    };
    const receipt = newReceiptCodes('PNH');
    await send(await boxed({ answers: older, receipt })).expect(201);
    const own = (await (await service.person(receipt)).get('/v1/registrations/own')).body as object;
    expect(own).toMatchObject({
      ...{ sex: 'M', language: 'id', travelTime: 'under-45', needs: ['danger-now', 'pregnant'] },
      contact: { safeFrom: '18:00', safeTo: '07:30', safeHours: 'not at work' },
    });
  });

  it('get another number where theirs is taken, and the QR code opens them all the same', async () => {
    const first = newReceiptCodes('PNH');
    await send(await boxed({ answers: ANSWERS, receipt: first })).expect(201);
    const receipt = { ...newReceiptCodes('PNH'), reference: first.reference };
    const { reference } = (await send(await boxed({ answers: ANSWERS, receipt })).expect(201))
      .body as ReceiptCodes;
    expect(reference).not.toBe(first.reference);
    await service.person(receipt);
    await opens({ ...receipt, reference }).expect(201);
    await opens(receipt).expect(401);
  });

  it('are refused with the question that is wrong, and leave nothing behind', async () => {
    const before = await count();
    const wrong = { ...ANSWERS, birth: { ...ANSWERS.birth, year: '1850' }, consent: { consents: [] } };
    const kept = await boxed({ answers: wrong, receipt: newReceiptCodes('PNH') });
    const { body } = await send(kept).expect(422);
    const { errors } = body as { errors: { pointer: string; code: string }[] };
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/answers/birth/year too-long-ago',
      '/answers/consent/consents consent-needed',
    ]);
    expect(await count()).toBe(before);
  });

  it('are refused where they were changed, sealed for another key, or hold what no kiosk puts in', async () => {
    const receipt = newReceiptCodes('PNH');
    const kept = await boxed({ answers: ANSWERS, receipt });
    const code = async (
      sent: Promise<{ id: string; box: string }> | { id: string; box: string },
      status: number,
    ) => ((await send(await sent).expect(status)).body as { code: string }).code;
    expect(await code({ ...kept, id: newSecret() }, 422)).toBe('box-unreadable');
    expect(await code({ ...kept, box: `${kept.box.slice(0, -3)}AAA` }, 422)).toBe('box-unreadable');
    for (const content of [
      [],
      {},
      { answers: ANSWERS },
      { answers: { ...ANSWERS, name: 'Budi' }, receipt },
      { answers: ANSWERS, receipt: { ...receipt, accessCode: 'AAAAA-AAAAA' } },
      { answers: ANSWERS, receipt: { ...receipt, reference: receipt.reference.replace('PNH', 'BKK') } },
    ])
      expect(await code(boxed(content), 422)).toBe('invalid-input');
    await send(kept).expect(201);
    const stolen = { ...newReceiptCodes('PNH'), accessSecret: receipt.accessSecret };
    expect(await code(boxed({ answers: ANSWERS, receipt: stolen }), 409)).toBe('already-registered');
  });

  it('are made on pages in every language, which enrolled kiosks keep with all that they load', async () => {
    const kiosk = visitor(service);
    await kiosk.get('/kiosk/worker.js').expect(303);
    await kiosk.post('/enrol', { code: await enrolmentCode() }).expect(303);
    const worker = await kiosk.get('/kiosk/worker.js').expect(200);
    expect(worker.headers['service-worker-allowed']).toBe('/kiosk');
    expect(String(worker.headers['set-cookie'])).toContain('kiosk=yes; Max-Age=34560000');
    const { locales, assets, version } = shellIn(worker.text);
    expect(locales).toEqual(expect.arrayContaining(['en', 'id']));
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    for (const address of assets) await kiosk.get(address).expect(200);
    expect(assets.join()).toContain('qr-code.js');
    for (const locale of locales) {
      const { text } = await kiosk.get(`/kiosk/shell/${locale}`).expect(200);
      expect(text).toContain(`<html lang="${locale}"`);
      for (const step of [...Object.keys(ANSWERS), 'guardian'])
        expect(text).toContain(`data-screen="${step}"`);
      expect(text).not.toMatch(/<script(?![^>]*src=)/);
    }
    await kiosk.get('/kiosk/shell/xx').expect(404);
    await kiosk.get('/kiosk/pulse').expect(204);
  });

  it('are still taken where somebody typed the codes of their own page on the kiosk', async () => {
    const screen = visitor(service);
    await screen.post('/enrol', { code: await enrolmentCode() }).expect(303);
    const codes = { secret: (await service.register()).accessSecret };
    expect((await screen.get('/status/sign-in').expect(403)).text).toContain('href="/kiosk"');
    const refused = await screen.post('/status/sign-in', codes).expect(403);
    expect(refused.headers['set-cookie']).toBeUndefined();
    await screen.get('/kiosk/pulse').expect(204);
  });

  it('are taken from enrolled kiosks only, and not from one that was revoked', async () => {
    const kept = await boxed({ answers: ANSWERS, receipt: newReceiptCodes('PNH') });
    await send(kept, service.everyone()).expect(401);
    await send(kept, await service.api('officer')).expect(403);
    await send(kept, await service.device('board')).expect(403);
    const administrator = await service.api('administrator');
    const { items } = (await administrator.get('/v1/devices')).body as { items: { id: string }[] };
    const before = await count();
    for (const { id } of items) await administrator.delete(`/v1/devices/${id}`).expect(204);
    await send(kept).expect(401);
    expect(await count()).toBe(before);
  });
});
