import { DraftExpiry } from '../../src/registrations/drafts/draft-expiry.js';
import type { SavedDraftResponse } from '../../src/registrations/drafts/saved-drafts.dto.js';
import { newKey, type Service, startService } from '../support/service.js';

describe('a saved draft', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const content = JSON.stringify({ fullName: 'Sutrisno Contoh' });
  const send = (path: string, body: object) =>
    service.everyone().post(`/v1/registration-drafts${path}`).set('idempotency-key', newKey()).send(body);
  const save = async (text = content) =>
    (await send('', { content: text }).expect(201)).body as SavedDraftResponse;

  it('is opened by its codes only, is no registration, and nobody can read it without them', async () => {
    const { reference, accessCode, expiresAt } = await save();
    expect(new Date(expiresAt).getTime()).toBeGreaterThan(Date.now() + 13 * 86_400_000);
    const opened = await send('/access', { reference, accessCode: accessCode.toLowerCase() }).expect(200);
    expect(opened.body).toMatchObject({ content });
    const [row] = await service.query<{ content_sealed: Buffer }>('SELECT * FROM registration_draft');
    expect(row!.content_sealed.toString('latin1')).not.toContain('Sutrisno');
    expect(await service.query('SELECT FROM registration')).toEqual([]);
    await service.everyone().post('/v1/registrations/access').send({ reference, accessCode }).expect(401);
  });

  it('answers a wrong code and a reference that never was alike, and stops who guesses', async () => {
    const { reference } = await save();
    const wrong = { reference, accessCode: 'XXXXX-22222' };
    const [refused, never] = await Promise.all([
      send('/access', wrong).expect(401),
      send('/access', { ...wrong, reference: 'SAV-0000-0000-0' }).expect(401),
    ]);
    const same = ({ body }: { body: object }) => ({ ...body, instance: '', requestId: '' });
    expect(same(refused)).toEqual(same(never));
    for (let n = 0; n < 9; n++) await send('/access', wrong).expect(401);
    await send('/access', wrong).expect(429);
  });

  it('is written over under the same codes, and forgotten when wished or after a fortnight', async () => {
    const access = await save();
    const { reference, accessCode } = access;
    await send('/replacement', { reference, accessCode, content: '{"fullName":"Another Contoh"}' }).expect(
      200,
    );
    expect((await send('/access', { reference, accessCode }).expect(200)).text).toContain('Another');
    await send('/removal', { reference, accessCode }).expect(204);
    await send('/access', { reference, accessCode }).expect(401);
    const old = await save();
    await service.query(
      "UPDATE registration_draft SET expires_at = now() - interval '1 minute' WHERE reference = $1",
      [old.reference],
    );
    await send('/access', { reference: old.reference, accessCode: old.accessCode }).expect(401);
    const kept = await save();
    await service.app.get(DraftExpiry).forget();
    const left = await service.query<{ reference: string }>('SELECT reference FROM registration_draft');
    expect(left.map((row) => row.reference)).toContain(kept.reference);
    expect(left.map((row) => row.reference)).not.toContain(old.reference);
  });

  it('cannot be saved without end from one address, even all at once', async () => {
    await service.query(
      `INSERT INTO registration_draft (id, reference, code_index, content_sealed, address_index, expires_at)
       SELECT gen_random_uuid(), 'SAV-' || n, '', '', d.address_index, now() + interval '1 day'
       FROM generate_series(1, 97) n, (SELECT address_index FROM registration_draft LIMIT 1) d`,
    );
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('', { content })));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
    const [{ n }] = (await service.query('SELECT count(*) AS n FROM registration_draft')) as [{ n: string }];
    expect(Number(n)).toBe(100);
  });
});
