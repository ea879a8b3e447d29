import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMONSTRATION_POST } from '../../src/launch/demonstration/demonstration-post.js';
import { openPost } from '../../src/launch/opening-post.js';
import { readPostFacts } from '../../src/launch/post-facts.js';
import { hiddenFields, signIn } from '../console/staff-pages.js';
import { type Service, startService } from '../support/service.js';

describe('opening a post', () => {
  let service: Service;
  const facts = (other: object = {}) =>
    readPostFacts(JSON.stringify({ ...DEMONSTRATION_POST, code: 'VTE', documentPrefix: 'XB', ...other }));
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('says what is wrong with its facts, every fault in a line, as the API would', () => {
    const [monday] = DEMONSTRATION_POST.openingHours;
    const wrong = { hotline: '0800', counters: 0, unknown: 1, openingHours: [{ ...monday, opens: '9' }] };
    expect(() => facts(wrong)).toThrow(
      /^The facts of the post are not usable:\n( {2}\/(hotline|counters|unknown|openingHours\/0\/opens): .+\n?){4}$/,
    );
    expect(() => facts({ openingHours: [monday, monday] })).toThrow(/openingHours\/1\/opens: This overlaps/);
    expect(() => facts({ timeZone: 'Asia/Nowhere' })).toThrow(/timeZone: /);
    expect(() => readPostFacts('no JSON')).toThrow('not a JSON object');
  });

  it('takes the facts of the example', () => {
    const example = join(import.meta.dirname, '../../docker/facts.example.json');
    expect(readPostFacts(readFileSync(example, 'utf8'))).toMatchObject({
      code: 'KUL',
      timeZone: 'Asia/Kuala_Lumpur',
    });
  });

  it('opens it with its first account, or does neither, and says in a sentence why', async () => {
    await service.query(
      "INSERT INTO account (id, username, display_name, role, password_hash) VALUES (gen_random_uuid(), 'administrator-vte', 'Contoh', 'administrator', 'none')",
    );
    await expect(openPost(service.app, facts())).rejects.toThrow('There is an account administrator-vte');
    expect(await service.query("SELECT FROM post WHERE code = 'VTE'")).toEqual([]);
    await service.query("DELETE FROM account WHERE username = 'administrator-vte'");
    await expect(openPost(service.app, facts({ code: 'PNH' }))).rejects.toThrow('PNH is open already');
    await expect(openPost(service.app, facts({ documentPrefix: 'XA' }))).rejects.toThrow('begin with XA');
    const { username, password } = await openPost(service.app, facts());
    await service.everyone().post('/v1/sessions').send({ username, password }).expect(201);
    const [post] = await service.query('SELECT demonstration FROM post WHERE code = $1', ['VTE']);
    expect(post).toEqual({ demonstration: false });
  });

  it('is run on pages: a change is shown with what it leads to, and made once that was confirmed', async () => {
    const supervisor = await signIn(service, 'supervisor');
    const at = '/console/post/hours';
    const form = (await supervisor.get(at).expect(200)).text;
    const week = { 'opens-1-0': '10:00', 'closes-1-0': '16:00', 'opens-2-0': '10:00', 'closes-2-0': '9:00' };
    const wrong = await supervisor.post(at, { ...hiddenFields(form, at), ...week });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('id="closes-2-0-error"');
    const sent = { ...hiddenFields(form, at), ...week, 'closes-2-0': '16:00' };
    const tried = await supervisor.post(at, sent);
    expect(tried.status).toBe(200);
    expect(tried.text).toContain('Nobody loses an appointment');
    expect((await supervisor.get('/console/post')).text).toContain('09:00–17:00');
    await supervisor.post(at, hiddenFields(tried.text, at)).expect(303);
    const changed = (await supervisor.get('/console/post')).text;
    expect([changed.includes('10:00–16:00'), changed.includes('09:00–17:00')]).toEqual([true, false]);
    const late = await supervisor.post(at, sent);
    expect(late.status).toBe(412);
    expect(late.text).toContain('This was changed in the meantime');
  });
});
