import { DEMONSTRATION_POST } from '../../src/launch/demonstration/demonstration-post.js';
import { seedPost } from '../../src/launch/demonstration/seed-post.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.js';
import { PostsService } from '../../src/posts/posts.service.js';
import { PeopleService } from '../../src/registrations/people.service.js';
import { heading, hiddenFields, visitor } from '../support/page-reader.js';
import { ANSWERS, pageOf } from '../support/registration-pages.js';
import { type Service, startService } from '../support/service.js';

describe('registering by pages', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const count = async () => Number((await service.query('SELECT count(*) AS n FROM registration'))[0]!['n']);

  it('keeps no number that stands under another way of contact than the chosen one', async () => {
    const left = {
      phone: '+85512999777',
      through: 'Ibu Lama',
      throughPhone: '12',
      email: 'budi@example.org',
    };
    for (const [method, kept] of [
      ['email', { email: 'budi@example.org' }],
      ['none', {}],
    ] as const) {
      const person = visitor(service);
      let page = await pageOf(person, 'contact');
      const answers = { ...ANSWERS.contact, ...left, method };
      page = (await person.post('/register/contact', { ...hiddenFields(page), ...answers }).expect(200)).text;
      for (const question of [
        'hours',
        'place',
        'travel',
        'held',
        'origin',
        'family',
        'consent',
        'others',
      ] as const) {
        const sent = { ...hiddenFields(page), ...ANSWERS[question] };
        page = (await person.post(`/register/${question}`, sent).expect(200)).text;
      }
      expect(heading(page)).toBe('Check your answers');
      for (const hidden of ['12999777', 'Ibu Lama']) expect(page).not.toContain(hidden);
      await person.post('/register/check', hiddenFields(page)).expect(303);
      const [latest] = await service.query<{ post_id: string; id: string }>(
        'SELECT id, post_id FROM registration ORDER BY received_at DESC LIMIT 1',
      );
      const people = service.app.get(PeopleService);
      const contact = await service.app
        .get(Database)
        .transaction([latest!.post_id], async (tx) =>
          people.contact((await people.registration(tx, latest!.id)).person),
        );
      const { safeFrom: _from, safeTo: _to, safeHours: _hours, noCalls: _calls, ...way } = contact;
      expect(way).toEqual({ method, ...kept });
    }
  });

  it('registers everything that was answered', async () => {
    const person = visitor(service);
    const page = await pageOf(person, 'check');
    for (const shown of [
      'Sutrisno Contoh',
      '17 / 4 / 1998',
      '18:00 – 21.30',
      'not at work',
      'Never call me',
      'Wati Contoh',
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
        '18:00 – 21:30',
        'not at work',
        'Guest house Melati',
        'Jalan Contoh 1',
        '+6281200000001',
      ],
      ...[
        'A white building',
        'Sumatera Utara',
        'Pregnant',
        'In danger now',
        'Held somewhere',
        'English',
        '15 to 45 minutes',
      ],
      ...['use my answers to help me go home', 'tell the offices at home about my case'],
    ])
      expect(held).toContain(told);
    const [{ channel }] = (await service.query('SELECT channel FROM registration WHERE reference = $1', [
      reference,
    ])) as [{ channel: string }];
    expect(channel).toBe('self');
  });

  it('does not ask grown-ups whom they are with, also where the question of a child is sent', async () => {
    const person = visitor(service);
    const sent = { ...hiddenFields(await pageOf(person, 'mother')), guardian: '' };
    const page = await person.post('/register/guardian', sent).expect(200);
    expect(heading(page.text)).toBe('Check your answers');
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

  it('reads a birth date in the digits of the phone', async () => {
    const person = visitor(service);
    const page = await pageOf(person, 'birth');
    const burmese = { day: '၁၇', month: '၄', year: '၁၉၉၈' };
    await person.post('/register/birth', { ...hiddenFields(page), ...burmese }).expect(200);
  });

  it('goes back and to another language without checking and without losing what is typed', async () => {
    const person = visitor(service);
    const page = await pageOf(person, 'birth');
    const typed = { year: '3000' };
    const back = await person
      .post('/register/birth', { ...hiddenFields(page), ...typed, go: 'name' })
      .expect(200);
    expect(back.text).toContain('value="Sutrisno Contoh"');
    const name = { ...hiddenFields(back.text), fullName: 'Sutrisno Contoh' };
    expect((await person.post('/register/name', name).expect(200)).text).toContain('value="3000"');
    const other = await person
      .post('/register/birth?lang=id', { ...hiddenFields(page), ...typed, go: 'birth' })
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

  it('gives a browser that keeps no cookies its codes at once, the same ones when it sends again', async () => {
    const fields = hiddenFields(await pageOf(visitor(service), 'check'));
    const before = await count();
    const codes = [];
    for (let i = 0; i < 2; i++) {
      const { text } = await visitor(service).post('/register/check', fields).expect(200);
      expect(heading(text)).toBe('You are registered');
      expect(text).not.toContain('href="/receipt"');
      codes.push(/>([0-9B-Z]{5}-[0-9B-Z]{5})</.exec(text)![1]);
    }
    expect(codes[1]).toBe(codes[0]);
    expect(await count()).toBe(before + 1);
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

  it('shows the time and the telephone of the post that was chosen, where there are several', async () => {
    const person = visitor(service);
    await seedPost(service.app.get(Database), { ...DEMONSTRATION_POST, code: 'VTE', documentPrefix: 'XB' });
    service.app.get(PostsService).forget();
    for (const first of ['/', '/register/post']) {
      const { text } = await service.everyone().get(first).set('accept-language', 'id').expect(200);
      expect(text).toContain(`href="tel:${DEMONSTRATION_POST.hotline.replaceAll(' ', '')}"`);
      expect(text).toContain('Kamboja');
    }
    let { text: page } = await person.get('/register/post').expect(200);
    for (const [question, answers] of [['post', { post: 'PNH' }], ...Object.entries(ANSWERS)] as const)
      ({ text: page } = await person.post(`/register/${question}`, { ...hiddenFields(page), ...answers }));
    expect(page).toContain(DEMONSTRATION_POST.hotline);
    await person.post('/register/check', hiddenFields(page)).expect(303);
    for (const shown of ['/register/done', '/receipt'])
      expect((await person.get(shown).expect(200)).text).toContain(DEMONSTRATION_POST.hotline);
    expect((await person.get('/receipt')).text).toContain('(GMT+7)');
  });
});
