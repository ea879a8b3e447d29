import { heading, hiddenFields, type Visitor, visitor } from '../support/page-reader.js';
import { ANSWERS, pageOf } from '../support/registration-pages.js';
import { type Service, startService } from '../support/service.js';

describe('a registration that takes longer, or more people', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const rows = () =>
    service.query<{ id: string; group_id: string; guardian_id: string | null; needs: string[] }>(
      'SELECT id, group_id, guardian_id, needs FROM registration ORDER BY received_at, id',
    );
  const send = async (person: Visitor, step: string, page: string, answers: object, status = 200) =>
    (await person.post(`/register/${step}`, { ...hiddenFields(page), ...answers }).expect(status)).text;
  const codes = (page: string) => ({
    reference: />((?:SAV|PNH)-[0-9B-Z]{4}-[0-9B-Z]{4}-[0-9B-Z])</.exec(page)![1]!,
    accessCode: />([0-9B-Z]{5}-[0-9B-Z]{5})</.exec(page)![1]!,
  });

  it('is saved as it is typed and goes on elsewhere with two codes, and is forgotten once registered', async () => {
    const asked = await pageOf(visitor(service), 'place');
    const saved = await send(visitor(service), 'place', asked, {
      go: 'save',
      whereNow: 'Guest house Melati',
    });
    expect(heading(saved)).toBe('Your answers are saved');
    expect(await rows()).toEqual([]);
    const back = visitor(service);
    await back.post('/register/return', { ...codes(saved), accessCode: 'XXXXX-22222' }).expect(422);
    let page = (await back.post('/register/return', codes(saved)).expect(200)).text;
    expect(heading(page)).toBe('Where are you now?');
    expect(page).toContain('value="Guest house Melati"');
    const again = await send(back, 'place', page, { go: 'save', whereNow: 'Elsewhere' });
    expect(codes(again)).toEqual(codes(saved));
    page = (await back.post('/register/return', codes(saved)).expect(200)).text;
    for (const step of ['place', 'travel', 'held', 'origin', 'family', 'consent', 'others'] as const)
      page = await send(back, step, page, ANSWERS[step]);
    await send(back, 'check', page, {}, 303);
    expect(await rows()).toHaveLength(1);
    await back.post('/register/return', codes(saved)).expect(422);
  });

  it('is saved without what stands under a way to be reached that was not chosen', async () => {
    const typed = { phone: '+85512345678', email: 'siti@example.org' };
    const asked = await pageOf(visitor(service), 'contact');
    const saved = await send(visitor(service), 'contact', asked, { ...typed, go: 'save', method: 'email' });
    const page = (await visitor(service).post('/register/return', codes(saved)).expect(200)).text;
    expect(page).toContain('value="siti@example.org"');
    expect(page).not.toContain('12345678');
    const undecided = await send(visitor(service), 'contact', asked, { ...typed, go: 'save' });
    const kept = (await visitor(service).post('/register/return', codes(undecided)).expect(200)).text;
    expect(kept).toContain('value="+85512345678"');
  });

  it('adds the people who are with somebody, one after the other, with a receipt each', async () => {
    const person = visitor(service);
    const before = (await rows()).length;
    let page = await send(person, 'others', await pageOf(person, 'others'), { others: 'yes' });
    expect(page).toContain('About the person with you<');
    page = await send(person, 'safety', page, { safe: 'yes' });
    page = await send(person, 'needs', page, {});
    page = await send(person, 'name', page, { fullName: 'Budi Contoh' });
    expect(page).toContain('About the person with you: <bdi>Budi Contoh</bdi>');
    page = await send(person, 'birth', page, { year: '2018' });
    expect(heading(page)).toBe('Who is with the child now?');
    await send(person, 'guardian', page, {}, 422);
    const [, adult] = /name="guardian" type="radio" value="([^"]+)"/.exec(page)!;
    page = await send(person, 'guardian', page, { guardian: adult });
    page = await send(person, 'sex', page, { sex: 'M' });
    for (const step of ['mother', 'papers'] as const) page = await send(person, step, page, {});
    page = await send(person, 'origin', page, {});
    expect(heading(page)).toBe('What may we do with your answers?');
    page = await send(person, 'consent', page, { consents: 'embassy-assistance' });
    page = await send(person, 'others', page, { others: 'no' });
    expect(page).toContain('2 people register together');
    expect(page).toContain('Guest house Melati');
    for (const carried of ['contact', 'language', 'place', 'travel'])
      expect(page).not.toContain(`name="go" value="${carried}"`);
    await send(person, 'check', page, {}, 303);
    const done = (await person.get('/register/done').expect(200)).text;
    expect(done.match(/>PNH-/g)).toHaveLength(2);
    expect(done).toContain('S••• C•••');
    const receipts = (await person.get('/receipt').expect(200)).text;
    expect(receipts.match(/<article/g)).toHaveLength(2);
    const [first, second] = (await rows()).slice(before);
    expect(second!.group_id).toBe(first!.group_id);
    expect([first!.guardian_id, second!.guardian_id].filter(Boolean)).toHaveLength(1);
    for (const reference of done.match(/PNH-[0-9B-Z]{4}-[0-9B-Z]{4}-[0-9B-Z]/g) ?? [])
      expect(receipts).toContain(reference);
  });

  it('goes back from the first question: of a companion to the person before, of whoever has had their last look to it', async () => {
    const person = visitor(service);
    const before = (page: string) => ({ go: /name="go" value="([^"]+)">Back</.exec(page)?.[1] });
    const others = await pageOf(person, 'others');
    const first = await send(person, 'others', others, { others: 'yes' });
    let page = await send(person, 'safety', first, before(first));
    expect(heading(page)).toBe('Check your answers');
    expect(page).toContain('Sutrisno Contoh');
    expect(page).not.toContain('register together');
    page = await send(person, 'check', page, { go: 'safety' });
    expect(heading(await send(person, 'safety', page, before(page)))).toBe('Check your answers');
    const needs = await send(person, 'safety', first, { safe: 'yes' });
    const name = await send(person, 'needs', needs, {});
    page = await send(person, 'name', name, { fullName: 'Budi Contoh', go: 'safety' });
    page = await send(person, 'safety', page, before(page));
    expect(page).toContain('2 people register together');
    expect(page).toContain('<bdi>Budi Contoh</bdi>');
    expect(before(await pageOf(person, 'safety')).go).toBeUndefined();
  });

  it('gives the receipts in the order told, told apart, and the same when sent again after a look at somebody', async () => {
    const person = visitor(service);
    const before = (await rows()).length;
    let page = await pageOf(person, 'others');
    for (const fullName of ['Siti Aminah', 'Siti Aisyah']) {
      page = await send(person, 'others', page, { others: 'yes' });
      page = await send(person, 'safety', page, { safe: 'yes' });
      page = await send(person, 'needs', page, {});
      page = await send(person, 'name', page, { fullName });
      page = await send(person, 'birth', page, { year: '1990' });
      page = await send(person, 'sex', page, { sex: 'F' });
      for (const step of ['mother', 'papers', 'origin'] as const) page = await send(person, step, page, {});
      page = await send(person, 'consent', page, { consents: 'embassy-assistance' });
    }
    const check = await send(person, 'others', page, { others: 'no' });
    const register = async (last: string) => {
      await send(person, 'check', last, {}, 303);
      const done = (await person.get('/register/done').expect(200)).text;
      return [...done.matchAll(/<bdi>([^<]+)<\/bdi><\/h2>|>(PNH-[^<]+)</g)].map(
        ([, who, codes]) => who ?? codes,
      );
    };
    const receipts = await register(check);
    expect(receipts.filter((_, index) => index % 2 === 0)).toEqual([
      'S••• C•••',
      'Si••• Am•••',
      'Si••• Ai•••',
    ]);
    const [second] = /person-[\w-]+(?="[^>]*>[^<]*<span[^>]*> Siti Aminah)/.exec(check)!;
    const looked = await send(person, 'check', check, { go: second });
    expect(looked).toMatch(/Sutrisno Contoh[\s\S]*Siti Aisyah[\s\S]*<h2[^>]*><bdi>Siti Aminah/);
    expect(await register(looked)).toEqual(receipts);
    expect(await rows()).toHaveLength(before + 3);
  });

  it('asks a child who registers alone whom they are with, and one with nobody needs help at once', async () => {
    const person = visitor(service);
    const born = { ...ANSWERS.birth, year: '2012' };
    let page = await send(person, 'birth', await pageOf(person, 'birth'), born);
    await send(person, 'guardian', page, { guardian: 'none' }, 422);
    const aunt = { guardian: 'other', adultName: 'Wati Contoh', adultRelation: 'my aunt' };
    expect(await send(person, 'guardian', page, { ...aunt, adultName: '' }, 422)).toContain(
      'id="adultName-error"',
    );
    const named = await send(person, 'guardian', page, aunt);
    expect(await send(person, 'sex', named, { go: 'check' })).toMatch(
      /Another adult: <bdi>Wati Contoh<\/bdi>/,
    );
    page = await send(person, 'guardian', page, { ...aunt, guardian: 'alone' });
    page = await send(person, 'sex', page, { go: 'check' });
    expect(page).toMatch(/Who is with the child now\?<\/dt>\s*<dd[^>]*>Nobody/);
    page = await send(person, 'check', page, { go: 'sex' });
    for (const step of [
      'sex',
      'mother',
      'papers',
      'contact',
      'hours',
      'place',
      'travel',
      'held',
      'origin',
      'family',
      'consent',
    ] as const)
      page = await send(person, step, page, ANSWERS[step]);
    page = await send(person, 'others', page, ANSWERS.others);
    await send(person, 'check', page, {}, 303);
    expect((await rows()).at(-1)).toMatchObject({ group_id: null, guardian_id: null });
    expect((await rows()).at(-1)!.needs).toContain('unaccompanied-minor');
    const [told] = await service.query('SELECT count(adult_sealed)::int AS adults FROM person');
    expect(told).toEqual({ adults: 0 });
  });

  it('lets somebody look at and take out a companion, and stops a fault in any of them', async () => {
    const person = visitor(service);
    let page = await send(person, 'others', await pageOf(person, 'others'), { others: 'yes' });
    page = await send(person, 'safety', page, { go: 'name' });
    page = await send(person, 'name', page, { fullName: 'Budi Contoh', go: 'check' });
    const other = /value="person-([^"]+)"/.exec(page)![1]!;
    const refused = await send(person, 'check', page, {}, 422);
    expect(heading(refused)).toBe('Are you safe right now?');
    page = await send(person, 'check', page, { go: `person-${other}` });
    expect(page).toContain('Sutrisno Contoh');
    const companion = /value="remove-([^"]+)"/.exec(page)![1]!;
    page = await send(person, 'check', page, { go: `remove-${companion}` });
    expect(page).not.toContain('register together');
    const before = (await rows()).length;
    await send(person, 'check', page, {}, 303);
    expect(await rows()).toHaveLength(before + 1);
  });

  it('raises a quiet flag and takes a help word, which no page of the person shows, nor a saved draft', async () => {
    const first = visitor(service);
    const hours = await pageOf(first, 'hours');
    expect(await send(first, 'hours', hours, { helpWord: 'abc' }, 422)).toContain('id="helpWord-error"');
    const place = await send(first, 'hours', hours, { cannotSpeak: 'yes', helpWord: 'Pulau Sembilan' });
    const kept = codes(await send(first, 'place', place, { go: 'save' }));
    const draft = await service.everyone().post('/v1/registration-drafts/access').send(kept);
    expect(JSON.stringify(draft.body)).toContain('helpWord');
    expect(JSON.stringify(draft.body)).not.toContain('Sembilan');
    const person = visitor(service);
    let page = (await person.post('/register/return', kept).expect(200)).text;
    page = await send(person, 'place', page, { go: 'hours' });
    expect(page).not.toContain('Sembilan');
    page = await send(person, 'hours', page, {});
    for (const step of ['place', 'travel', 'held', 'origin', 'family', 'consent', 'others'] as const)
      page = await send(person, step, page, ANSWERS[step]);
    expect(page).not.toMatch(/speak freely|[Hh]elp word|Sembilan/);
    await send(person, 'check', page, {}, 303);
    const { id, needs } = (await rows()).at(-1)!;
    expect(needs).toContain('cannot-speak-freely');
    const done = (await person.get('/register/done').expect(200)).text;
    await person.post('/status/sign-in', codes(done)).expect(303);
    for (const path of ['/status', '/status/held', '/status/needs', '/status/contact'])
      expect((await person.get(path).expect(200)).text).not.toMatch(
        /cannot-speak-freely|name="cannotSpeak"[^>]*checked|Sembilan/,
      );
    const { reference } = codes(done);
    await visitor(service).post('/status/sign-in', { reference, accessCode: 'pulau sembilan' }).expect(303);
    await service.runJobs();
    const protection = await service.api('protection');
    const triage = await protection.get(`/v1/registrations/${id}/triage`).expect(200);
    expect(triage.body).toMatchObject({
      band: 'urgent',
      reasons: expect.arrayContaining(['cannot-speak-freely']),
    });
  });

  it.each([
    ['a Buddhist year', { day: '๑๗', month: '๔', year: '๒๕๔๑' }],
    ['an Ethiopian date', { day: '9', month: '8', year: '1990', calendar: 'ethiopian' }],
    ['Ethiopic numbers', { day: '፲፯', month: '፬', year: '፲፱፻፺፰' }],
  ])('understands %s and asks to confirm it in the calendar of everybody', async (_, date) => {
    const person = visitor(service);
    const page = await send(person, 'birth', await pageOf(person, 'birth'), date);
    const check = await send(person, 'sex', page, { go: 'check' });
    expect(check).toContain('17 / 4 / 1998');
    expect(check).toContain('You wrote');
  });

  it('does not send half of what a passport reader types, and says which line is wrong', async () => {
    const person = visitor(service);
    const page = await pageOf(person, 'papers');
    expect(page).toMatch(/^(?:(?!<button)[^])*<button type="submit" form="question"[^>]* disabled>/);
    const one = 'P<IDNERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
    const two = 'L898902C36IDN7408122F1204159ZE184226B<<<<<10';
    await send(person, 'papers', page, { passportMrz: `${one}\r\n${two}\r\n` });
    const wrong = await send(
      person,
      'papers',
      page,
      { passportMrz: `${one}\r\n${two.replace('740812', '740813')}` },
      422,
    );
    expect(wrong).toContain('Line 2 has a wrong character');
    expect(await send(person, 'papers', page, { passportMrz: one }, 422)).toContain(
      'We counted 44 characters',
    );
    const elsewhere = await send(person, 'papers', page, { passportNumber: one.slice(0, 20) }, 422);
    expect(elsewhere).toContain('These look like the lines of the photo page');
  });
});
