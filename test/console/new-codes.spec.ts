import { desk } from '../registrations/forced-person.js';
import { officerElsewhere } from '../support/another-post.js';
import { hiddenFields } from '../support/page-reader.js';
import { type Service, startService } from '../support/service.js';
import { hiddenFields as fieldsOf } from './staff-pages.js';

describe('new codes, through the pages', () => {
  let service: Service;
  let officer: Awaited<ReturnType<typeof desk>>;
  beforeAll(async () => {
    service = await startService();
    officer = await desk(service, 'officer');
  });
  afterAll(() => service.stop());

  const CODE = /[0-9BCDFGHJKMNPQRSTVWXYZ]{5}-[0-9BCDFGHJKMNPQRSTVWXYZ]{5}/;
  // a page that was asked for in a language says so in its forms, too
  const page = async (id: string, language?: string) =>
    (await officer.get(`/console/cases/${id}${language ? `?lang=${language}` : ''}`).expect(200)).text;

  it('are given for a reason to whoever is there, printed, and gone once they are handed over', async () => {
    const before = await service.register();
    const { id, reference } = before;
    const act = `/console/cases/${id}/new-codes`;
    const sheet = `/console/cases/${id}/receipt`;
    const hidden = fieldsOf(await page(id), act);
    const unsaid = await officer.post(act, { ...hidden, reason: 'lost', personIsHere: '' }).expect(422);
    expect(unsaid.text).toContain('Give new codes only to the person themselves');
    expect(unsaid.text).toContain('id="new-codes-personIsHere-error"');
    const noReason = await officer.post(act, { ...hidden, reason: '', personIsHere: 'yes' }).expect(422);
    expect(noReason.text).toContain('Choose why the person needs new codes');
    await officer.get(sheet).expect(303).expect('location', `/console/cases/${id}`);

    const given = await officer.post(act, { ...hidden, reason: 'lost', personIsHere: 'yes' }).expect(303);
    expect(given.headers).toMatchObject({ location: sheet, 'cache-control': 'no-store' });
    const shown = await officer.get(sheet).expect(200);
    expect(shown.headers['cache-control']).toBe('no-store');
    expect(shown.text).toContain(reference);
    expect(shown.text).toContain('pulang-qr');
    // the page in the officer's language, the receipt in the person's
    expect(shown.text).toContain('lang="en" dir="ltr" class="govuk-template"');
    expect(shown.text).toMatch(/<div lang="id" dir="ltr">[^]*Kode akses[^]*<\/article>/);
    expect(shown.text).toContain('Clear this page');
    const [accessCode] = CODE.exec(shown.text)!;
    expect(accessCode).not.toBe(before.accessCode);
    const enter = (code: string) =>
      service.everyone().post('/v1/registrations/access').send({ reference, accessCode: code });
    await enter(accessCode).expect(201);
    await enter(before.accessCode).expect(401);
    // the same form again is the same act
    await officer.post(act, { ...hidden, reason: 'lost', personIsHere: 'yes' }).expect(303);
    expect((await officer.get(sheet)).text).toContain(accessCode);
    await officer.get('/console/cases/00000000-0000-0000-0000-000000000000/receipt').expect(303);

    const done = await officer.post(sheet, hiddenFields(shown.text)).expect(303);
    expect(done.headers['location']).toBe(`/console/cases/${id}?done=new-codes`);
    await officer.get(sheet).expect(303);
    const after = await officer.get(done.headers['location']!).expect(200);
    expect(after.text).toContain('The person has new codes');
    expect(after.text).not.toMatch(CODE);
    const late = await officer.post(act, { ...hidden, formKey: '', reason: 'lost', personIsHere: 'yes' });
    expect(late.status).toBe(412);
    expect(late.text).toContain('This was changed in the meantime');
  });

  it('are offered to officers and protection officers, in their language, while the case is open', async () => {
    const { id } = await service.register();
    const offered = `action="/console/cases/${id}/new-codes"`;
    expect(await page(id, 'id')).toContain('Beri kode baru');
    expect((await (await desk(service, 'protection')).get(`/console/cases/${id}`)).text).toContain(offered);
    for (const role of ['approver', 'supervisor'])
      expect((await (await desk(service, role)).get(`/console/cases/${id}`)).text).not.toContain(offered);
    await service.query("UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1", [
      id,
    ]);
    expect(await page(id)).not.toContain(offered);
    const elsewhere = await officerElsewhere(service);
    await elsewhere.get(`/console/cases/${id}/receipt`).set('accept', 'text/html').expect(303);
  });
});
