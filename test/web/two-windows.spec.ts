import { heading, hiddenFields, visitor } from '../support/page-reader.js';
import { pageOf } from '../support/registration-pages.js';
import { type Service, startService } from '../support/service.js';

describe('what somebody writes in two windows', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const TOLD = 'Something was changed in another window';

  it.each<[string, object, object, string]>([
    [
      '/status/contact',
      { method: 'none', whereNow: 'Takeo' },
      { method: 'email', email: 'budi@example.org' },
      'value="budi@example.org"',
    ],
    ['/status/home', { homeAddress: 'Jalan Satu' }, { homeAddress: 'Jalan Dua' }, 'value="Jalan Dua"'],
    [
      '/status/needs',
      { safe: 'yes', needs: 'injured-or-ill' },
      { safe: 'no', needs: 'pregnant' },
      'value="pregnant" checked',
    ],
    ['/status/consents', {}, { consents: 'shelter-partners' }, 'value="shelter-partners" checked'],
    [
      '/status/papers',
      { nationalId: '3174012345678901' },
      { passportNumber: 'X1234567' },
      'value="X1234567"',
    ],
  ])('is neither lost nor saved unasked on %s', async (path, first, second, kept) => {
    const receipt = await service.register();
    const person = visitor(service);
    await person.post('/status/sign-in', { secret: receipt.accessSecret }).expect(303);
    const window = hiddenFields((await person.get(path).expect(200)).text);
    await person.post(path, { ...window, ...first }).expect(303);
    const told = (await person.post(path, { ...window, ...second }).expect(412)).text;
    for (const part of [TOLD, kept]) expect(told).toContain(part);
    expect(told).not.toContain('href="#version"');
    const anew = hiddenFields(told);
    expect(anew).not.toEqual(window);
    await person
      .post(path, { ...anew, ...second })
      .expect(303)
      .expect('location', '/status?saved');
  });

  it('is kept twice where one saved registration was written on in both, with codes of its own', async () => {
    const person = visitor(service);
    const save = async (page: string, whereNow: string) =>
      (await person.post('/register/place', { ...hiddenFields(page), go: 'save', whereNow }).expect(200))
        .text;
    const codes = (page: string) => ({
      reference: />(SAV-[0-9B-Z]{4}-[0-9B-Z]{4}-[0-9B-Z])</.exec(page)![1]!,
      accessCode: />([0-9B-Z]{5}-[0-9B-Z]{5})</.exec(page)![1]!,
    });
    const opened = async (saved: object) => (await person.post('/register/return', saved).expect(200)).text;
    const begun = codes(await save(await pageOf(person, 'place'), 'Poipet'));
    const [one, other] = [await opened(begun), await opened(begun)];
    const kept = await save(one, 'Takeo');
    expect(codes(kept)).toEqual(begun);
    expect(kept).not.toContain('Something newer is saved');
    const apart = await save(other, 'Kampot');
    expect(apart).toContain('Something newer is saved under your old codes');
    expect(await opened(begun)).toContain('value="Takeo"');
    expect(await opened(codes(apart))).toContain('value="Kampot"');
    const registered = await opened(begun);
    await service.query('DELETE FROM registration_draft WHERE reference = $1', [begun.reference]);
    expect(heading(await save(registered, 'Takeo'))).toBe('Your answers are saved');
  });
});
