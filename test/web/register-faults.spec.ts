import { heading, hiddenFields, visitor } from '../support/page-reader.js';
import { ANSWERS, pageOf, type Question } from '../support/registration-pages.js';
import { type Service, startService } from '../support/service.js';

describe('an answer that cannot be taken', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const count = async () => Number((await service.query('SELECT count(*) AS n FROM registration'))[0]!['n']);

  it.each<[string, Question, object, string]>([
    ['nothing about safety', 'safety', {}, 'Say whether you are safe'],
    ['an unknown need', 'needs', { needs: ['pregnant', 'money'] }, 'Choose one of the answers shown'],
    ['no name', 'name', { fullName: '  ' }, 'Write your name'],
    ['a name of digits', 'name', { fullName: '12345' }, 'Write your name with letters'],
    ['a name that is too long', 'name', { fullName: 'a'.repeat(300) }, 'This is too long. Write less'],
    ['a name with a bidirectional override', 'name', { fullName: 'Budi\u202eidub' }, 'Remove the signs'],
    ['a year of two digits', 'birth', { year: '98' }, 'Write the year with 4 digits'],
    ['a day in words', 'birth', { day: 'two', month: '4', year: '1998' }, 'Write a day from 1 to 31'],
    ['no sex', 'sex', {}, 'Choose one, or'],
    ['no such day', 'birth', { day: '30', month: '2', year: '1998' }, 'This day does not exist'],
    ['an unreadable MRZ', 'papers', { passportMrz: 'P<UTO' }, 'We counted 5 characters'],
    ['no way to be reached', 'contact', {}, 'Choose how we may reach you'],
    ['a phone without a number', 'contact', { method: 'phone' }, 'Write the phone number'],
    ['a bad number', 'contact', { method: 'phone', phone: '12' }, 'with its country code'],
    ['a bad address', 'contact', { method: 'email', email: 'budi' }, 'Write an e-mail address like'],
    ['no such journey', 'travel', { travelTime: 'a-day' }, 'Choose one of the answers shown'],
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

  it('of several things is told of each, in the order in which they are asked', async () => {
    const person = visitor(service);
    const page = await pageOf(person, 'birth');
    const answer = await person
      .post('/register/birth', { ...hiddenFields(page), day: '45', month: '13', year: '1998' })
      .expect(422);
    const [, list] = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(answer.text)!;
    expect([...list!.matchAll(/href="#(\w+)"/g)].map(([, field]) => field)).toEqual(['day', 'month']);
    const [, date] = /id="birth-error"[^>]*>([\s\S]*?)<\/p>/.exec(answer.text)!;
    for (const words of ['Write a day', 'Write a month']) expect(date).toContain(words);
  });
});
