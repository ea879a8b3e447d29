import { NO_ANSWERS } from '../../src/web/register/answers.js';
import { heading, hiddenFields, type Visitor, visitor } from '../support/page-reader.js';
import { ANSWERS, pageOf, type Question } from '../support/registration-pages.js';
import { newKey, type Service, startService } from '../support/service.js';

describe('one question a page', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const send = async (person: Visitor, step: string, page: string, answers: object, status = 200) =>
    (await person.post(`/register/${step}`, { ...hiddenFields(page), ...answers }).expect(status)).text;
  const latest = async () =>
    (
      await service.query<{ language: string; needs: string[]; sex: string }>(
        'SELECT language, needs, sex FROM registration JOIN person p ON p.id = person_id ORDER BY received_at DESC LIMIT 1',
      )
    )[0]!;
  const accessCode = (page: string) => />([0-9B-Z]{5}-[0-9B-Z]{5})</.exec(page)![1]!;

  it('is asked in the title and nowhere else', async () => {
    const person = visitor(service);
    let { text: page } = await person.get('/register/safety').expect(200);
    for (const question of Object.keys(ANSWERS) as Question[]) {
      const asked = heading(page);
      expect(page).toContain(`<title>${asked} – Pulang</title>`);
      const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(page) ?? [];
      expect(main.match(/<h[1-6]/g)).toHaveLength(1);
      const legends = main.match(/<legend/g) ?? [];
      expect([question, legends.length > 1]).toEqual([question, false]);
      page = await send(person, question, page, ANSWERS[question]);
    }
    expect(heading(page)).toBe('Check your answers');
  });

  it('leads whoever is in danger to whom to call, before anything else is asked', async () => {
    const above = (page: string) => /<main[^>]*>[\s\S]*?<h1/.exec(page)![0];
    const asked = await pageOf(visitor(service), 'safety');
    expect(asked).toContain('If you are in danger, call us now');
    const unsafe = await send(visitor(service), 'safety', asked, { safe: 'no' });
    expect(above(unsafe)).toMatch(/call us now: <a class="pulang-call" href="tel:/);
    const safe = await send(visitor(service), 'safety', asked, { safe: 'yes' });
    expect(heading(safe)).toBe(heading(unsafe));
    expect(safe).not.toContain('call us now');
  });

  it('comes back to the last look after a change, and past it only to a question that the change has opened', async () => {
    const person = visitor(service);
    const check = await pageOf(person, 'check');
    for (const [step, answers, shown] of [
      ['safety', { safe: 'yes' }, '>Yes<'],
      ['needs', { needs: 'elderly' }, '60 or older'],
      ['sex', { sex: 'X' }, 'Another, or I prefer not to say'],
      ['travel', { travelTime: 'over-90' }, 'More than 90 minutes'],
    ] as const) {
      const changed = await send(person, step, await send(person, 'check', check, { go: step }), answers);
      expect(heading(changed)).toBe('Check your answers');
      expect(changed.replace(/\s*(<\/?dd)/g, '$1')).toContain(shown);
    }
    const birth = await send(person, 'check', check, { go: 'birth' });
    const guardian = await send(person, 'birth', birth, { year: '2015' });
    expect(heading(guardian)).toBe('Who is with the child now?');
    expect(heading(await send(person, 'guardian', guardian, { guardian: 'alone' }))).toBe(
      'Check your answers',
    );
  });

  it('is not the language: it is the one in which they read, unless another is chosen at the last look', async () => {
    const person = visitor(service);
    const others = await pageOf(person, 'others');
    const read = (step: string, page: string, answers: object, status = 200) =>
      person.post(`/register/${step}?lang=id`, { ...hiddenFields(page), ...answers }).expect(status);
    const { text: check } = await read('others', others, ANSWERS.others);
    expect(check).toContain('Bahasa untuk pesan');
    const chosen = await send(person, 'check', check, { go: 'language' });
    expect(chosen).toContain('<option value="id" selected>');
    expect(chosen).not.toContain('class="pulang-step"');
    expect(chosen).toMatch(/name="go" value="check">(Back|Kembali)</);
    await send(person, 'language', chosen, { language: '?' }, 422);
    // an answer that was not taken is not gone past either
    const passed = await send(person, 'language', chosen, { language: '?', go: 'check' });
    expect(await send(person, 'check', passed, {}, 422)).toContain('id="language-error"');
    const burmese = await send(person, 'language', chosen, { language: 'my' });
    expect(burmese).toContain('မြန်မာဘာသာ');
    await send(person, 'check', burmese, {}, 303);
    expect(await latest()).toMatchObject({ language: 'my' });
  });

  it('in whichever language the last page is sent again, registers once and gives the same codes', async () => {
    const fields = hiddenFields(await pageOf(visitor(service), 'check'));
    const codes = [];
    for (const locale of ['en', 'id', 'my']) {
      const { text } = await visitor(service).post(`/register/check?lang=${locale}`, fields).expect(200);
      codes.push(accessCode(text));
    }
    expect(new Set(codes).size).toBe(1);
    expect(await latest()).toMatchObject({ language: 'en' });
  });

  it('is answered by a page too that was opened when it asked two', async () => {
    const person = visitor(service);
    let page = await send(person, 'safety', await pageOf(person, 'safety'), {
      safe: 'no',
      needs: 'pregnant',
    });
    expect(page).toMatch(/value="pregnant" checked/);
    page = await send(person, 'needs', page, { needs: 'pregnant' });
    page = await send(person, 'name', page, ANSWERS.name);
    page = await send(person, 'birth', page, { year: '1998', sex: 'F' });
    expect(page).toMatch(/value="F" checked/);
  });

  it('goes on with a draft that was saved when the first page asked two', async () => {
    const answers = { ...NO_ANSWERS, id: 'first', safe: 'no', needs: ['pregnant'] };
    const content = JSON.stringify({ key: newKey(), answers, people: [], step: 'safety' });
    const api = service.everyone().post('/v1/registration-drafts').set('idempotency-key', newKey());
    const { reference, accessCode: code } = (await api.send({ content }).expect(201)).body as {
      reference: string;
      accessCode: string;
    };
    const person = visitor(service);
    const saved = { reference, accessCode: code };
    let page = (await person.post('/register/return', saved).expect(200)).text;
    expect(heading(page)).toBe('Are you safe right now?');
    expect(page).toMatch(/value="no" checked/);
    page = await send(person, 'safety', page, { safe: 'no' });
    expect(page).toMatch(/value="pregnant" checked/);
    const { safety: _safety, ...rest } = ANSWERS;
    for (const [question, told] of Object.entries(rest)) page = await send(person, question, page, told);
    await send(person, 'check', page, {}, 303);
    expect((await latest()).needs).toEqual(['danger-now', ...ANSWERS.needs.needs]);
  });
});
