import { Clock } from '../../src/platform/clock/clock.js';
import { heading, hiddenFields, visitor, type Visitor } from '../support/page-reader.js';
import { type Service, startService } from '../support/service.js';

/** Answers to every question that nothing is wrong with; the person is made up. */
const ANSWERS = {
  safety: { safe: 'no', needs: ['pregnant', 'held-or-forced'] },
  name: { fullName: 'Sutrisno Contoh' },
  birth: { day: '17', month: '4', year: '1998', sex: 'M' },
  papers: { passportNumber: 'X0000001', nationalId: '', passportMrz: '' },
  contact: { method: 'phone', phone: '+855 12 345 678', email: '', safeHours: 'after 18:00', language: 'id' },
  place: { whereNow: 'Guest house Melati' },
  held: { whereHeld: 'A white building' },
  origin: { homeProvince: 'Sumatera Utara' },
  consent: { consents: ['embassy-assistance', 'home-ministry'] },
} as const;
type Question = keyof typeof ANSWERS;
const QUESTIONS = Object.keys(ANSWERS) as Question[];

describe('registering by pages', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const count = async () => Number((await service.query('SELECT count(*) AS n FROM registration'))[0]!['n']);

  /** Answers every question before `wanted`. @returns the page that asks it */
  async function pageOf(person: Visitor, wanted: Question | 'check'): Promise<string> {
    let page = (await person.get('/register/safety').expect(200)).text;
    for (const question of QUESTIONS) {
      if (question === wanted) return page;
      page = (
        await person
          .post(`/register/${question}`, { ...hiddenFields(page), ...ANSWERS[question] })
          .expect(200)
      ).text;
    }
    return page;
  }

  it('asks one question a page and registers everything that was answered', async () => {
    const person = visitor(service);
    const page = await pageOf(person, 'check');
    for (const shown of [
      'Sutrisno Contoh',
      '17 / 4 / 1998',
      'after 18:00',
      'Guest house Melati',
      'A white building',
    ])
      expect(page).toContain(shown);
    await person.post('/register/check', hiddenFields(page)).expect(303).expect('location', '/register/done');
    const done = await person.get('/register/done').expect(200);
    expect(heading(done.text)).toBe('You are registered');
    const [, reference] = />(PNH-[0-9B-Z]{4}-[0-9B-Z]{4}-[0-9B-Z])</.exec(done.text) ?? [];
    const [, code] = />([0-9B-Z]{5}-[0-9B-Z]{5})</.exec(done.text) ?? [];
    expect(done.text).toContain('class="pulang-qr"');
    await person
      .post('/status/sign-in', { reference, accessCode: code })
      .expect(303)
      .expect('location', '/status');
    const held = (await person.get('/status/held').expect(200)).text;
    for (const told of [
      ...[
        'Sutrisno Contoh',
        '17 April 1998',
        'X0000001',
        '+85512345678',
        'after 18:00',
        'Guest house Melati',
      ],
      ...[
        'A white building',
        'Sumatera Utara',
        'Pregnant',
        'In danger now',
        'Held somewhere',
        'Bahasa Indonesia',
      ],
      ...['use my answers to help me go home', 'tell the offices at home about my case'],
    ])
      expect(held).toContain(told);
    const [{ channel }] = (await service.query('SELECT channel FROM registration WHERE reference = $1', [
      reference,
    ])) as [{ channel: string }];
    expect(channel).toBe('self');
  });

  it('registers once, however often and at once the last page is sent', async () => {
    const person = visitor(service);
    const fields = hiddenFields(await pageOf(person, 'check'));
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => person.post('/register/check', fields)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await count()).toBe(before + 1);
  });

  it('tells somebody who goes back, changes an answer and sends it again that they are registered', async () => {
    const person = visitor(service);
    const page = await pageOf(person, 'check');
    await person.post('/register/check', hiddenFields(page)).expect(303);
    const before = await count();
    const name = (await person.post('/register/check', { ...hiddenFields(page), go: 'name' }).expect(200))
      .text;
    const changed = await person
      .post('/register/name', { ...hiddenFields(name), fullName: 'Another Contoh' })
      .expect(200);
    const answer = await person.post('/register/check', hiddenFields(changed.text)).expect(409);
    expect(heading(answer.text)).toBe('You are already registered');
    expect(await count()).toBe(before);
  });

  it.each<[string, Question, object, string]>([
    ['nothing about safety', 'safety', { needs: ['pregnant'] }, 'Say whether you are safe'],
    ['an unknown need', 'safety', { safe: 'yes', needs: 'money' }, 'Choose one of the answers shown'],
    ['no name', 'name', { fullName: '  ' }, 'Write your name'],
    ['a name of digits', 'name', { fullName: '12345' }, 'Write your name with letters'],
    ['a name that is too long', 'name', { fullName: 'a'.repeat(300) }, 'This is too long. Write less'],
    ['a name with a bidirectional override', 'name', { fullName: 'Budi\u202eidub' }, 'Remove the signs'],
    ['no sex', 'birth', { year: '1998' }, 'Choose one, or'],
    ['a Buddhist year', 'birth', { year: '2541', sex: 'M' }, '2541 is a Buddhist year. Write 1998'],
    ['a year of two digits', 'birth', { year: '98', sex: 'M' }, 'Write the year with 4 digits'],
    [
      'a day in words',
      'birth',
      { day: 'two', month: '4', year: '1998', sex: 'M' },
      'Write a day from 1 to 31',
    ],
    ['no such day', 'birth', { day: '30', month: '2', year: '1998', sex: 'M' }, 'This day does not exist'],
    ['an unreadable MRZ', 'papers', { passportMrz: 'P<UTO' }, 'Copy the lines exactly'],
    ['no way to be reached', 'contact', { language: 'id' }, 'Choose how we may reach you'],
    ['a phone without a number', 'contact', { method: 'phone', language: 'id' }, 'Write the phone number'],
    ['a bad number', 'contact', { method: 'phone', phone: '12', language: 'id' }, 'with its country code'],
    [
      'a bad address',
      'contact',
      { method: 'email', email: 'budi', language: 'id' },
      'Write an e-mail address like',
    ],
    ['no consent', 'consent', { consents: ['home-ministry'] }, 'Without this consent we cannot help you'],
  ])('%s comes back on the same page with everything kept', async (_, question, body, words) => {
    const person = visitor(service);
    const page = await pageOf(person, question);
    const before = await count();
    const answer = await person.post(`/register/${question}`, { ...hiddenFields(page), ...body }).expect(422);
    expect(heading(answer.text)).toBe(heading(page));
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('<title>Error: ');
    for (const value of Object.values(body).flat() as string[])
      if (value.trim() && /^[\w ]+$/.test(value) && value !== 'money') expect(answer.text).toContain(value);
    const onward = await person.post(`/register/${question}`, {
      ...hiddenFields(answer.text),
      ...ANSWERS[question],
    });
    expect(onward.status).toBe(200);
    expect(await count()).toBe(before);
  });

  it('reads a birth date in the digits of the phone', async () => {
    const person = visitor(service);
    const page = await pageOf(person, 'birth');
    const burmese = { day: '၁၇', month: '၄', year: '၁၉၉၈', sex: 'M' };
    await person.post('/register/birth', { ...hiddenFields(page), ...burmese }).expect(200);
  });

  it('goes back and to another language without checking and without losing what is typed', async () => {
    const person = visitor(service);
    const page = await pageOf(person, 'birth');
    const back = await person.post('/register/birth', { ...hiddenFields(page), go: 'name' }).expect(200);
    expect(back.text).toContain('value="Sutrisno Contoh"');
    const wrong = await person
      .post('/register/birth', { ...hiddenFields(page), year: '3000', sex: 'M' })
      .expect(422);
    const other = await person
      .post('/register/birth?lang=id', { ...hiddenFields(wrong.text), go: 'birth' })
      .expect(200);
    expect(other.headers['content-language']).toBe('id');
    expect(other.text).toContain('value="3000"');
  });

  it.each([
    ['a forged draft', 'AAAA'.repeat(20)],
    ['no draft', ''],
  ])('refuses %s with a page', async (_, draft) => {
    const answer = await visitor(service).post('/register/name', { draft, fullName: 'Budi' }).expect(400);
    expect(heading(answer.text)).toBe('This form is too old');
  });

  it('refuses a draft that is older than half a day, and one that began on another surface', async () => {
    const person = visitor(service);
    const { draft } = hiddenFields((await person.get('/register/safety')).text);
    const kiosk = visitor(service);
    await kiosk.post('/enrol', { code: service.demonstration.kioskCode }).expect(303);
    await kiosk.post('/kiosk/register/safety', { draft, ...ANSWERS.safety }).expect(400);
    const clock = service.app.get(Clock);
    clock.now = () => new Date(Date.now() + 13 * 3_600_000);
    await person.post('/register/safety', { draft, ...ANSWERS.safety }).expect(400);
    clock.now = () => new Date();
    await person.post('/register/safety', { draft, ...ANSWERS.safety }).expect(200);
  });

  it('refuses fields that a step does not have, and forms that another site sends', async () => {
    const person = visitor(service);
    const fields = hiddenFields(await pageOf(person, 'name'));
    await person.post('/register/name', { ...fields, fullName: 'Budi', rank: 'general' }).expect(422);
    const before = await count();
    const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    await person.post('/register/name', { ...fields, fullName: 'Budi' }, elsewhere).expect(403);
    expect(await count()).toBe(before);
  });

  it('never has anything personal in an address, and lets nothing be kept', async () => {
    const person = visitor(service);
    const page = await pageOf(person, 'check');
    const answer = await person.post('/register/check', hiddenFields(page)).expect(303);
    expect(answer.headers['location']).toBe('/register/done');
    expect(answer.headers['cache-control']).toBe('no-store');
    for (const [, address] of page.matchAll(/(?:href|action)="([^"]*)"/g))
      expect(address).not.toMatch(/Sutrisno|Melati|draft=/);
    for (const cookie of answer.headers['set-cookie'] as unknown as string[])
      expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  it('forgets the codes when told to, and shows them nowhere else', async () => {
    const person = visitor(service);
    await person.post('/register/check', hiddenFields(await pageOf(person, 'check'))).expect(303);
    expect((await person.get('/receipt').expect(200)).text).toContain('Access code');
    const cleared = await person.post('/receipt/kept', {}).expect(303);
    expect(cleared.headers['clear-site-data']).toContain('"cookies"');
    await person.get('/register/done').expect(303).expect('location', '/status/sign-in');
  });

  it('leads a question asked for by its address to the first', async () => {
    await visitor(service).get('/register/contact').expect(303).expect('location', '/register/safety');
    await visitor(service).get('/register').expect(303).expect('location', '/register/safety');
    await visitor(service).post('/register/nothing', {}).expect(404);
  });
});
