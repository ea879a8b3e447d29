import { type Service, startService } from '../support/service.js';
import { type Browser, hiddenFields, signIn } from './staff-pages.js';

describe('what a ministry reads', () => {
  let service: Service;
  let analyst: Browser;
  let supervisor: Browser;

  beforeAll(async () => {
    service = await startService();
    analyst = await signIn(service, 'analyst');
    supervisor = await signIn(service, 'supervisor');
    for (let i = 0; i < 3; i++) await service.register();
    await service.query("UPDATE registration SET received_at = received_at - interval '1 day'");
  });
  afterAll(() => service.stop());

  const freeze = async (browser = analyst) => {
    const list = (await browser.get('/ministry/bulletins').expect(200)).text;
    return browser.post('/ministry/bulletins', hiddenFields(list, '/ministry/bulletins'));
  };

  it('says in words that a small count is withheld, and shows it to those who see persons', async () => {
    const page = (await analyst.get('/ministry').expect(200)).text;
    expect(page).toContain('<td>few</td>');
    expect(page).toContain('As of');
    expect(page).toContain('GMT+7');
    expect((await supervisor.get('/ministry')).text).toContain('<td>3</td>');
    const wrong = await analyst.get('/ministry?from=2026-02-02&to=2026-01-01').expect(422);
    expect(wrong.text).toContain('href="#');
    await analyst.get('/ministry?from=x').expect(422);
  });

  it('shows figures by group, what is small to nobody but who sees persons', async () => {
    expect((await analyst.get('/ministry')).text).toContain('href="/ministry/groups?post=PNH"');
    const page = (await analyst.get('/ministry/groups').expect(200)).text;
    expect(page).toContain('Women and girls');
    expect(page).toContain('Group not shown yet');
    expect(page).not.toContain('<td>3</td>');
    expect(page).toContain('moves by five or more');
    const exact = (await supervisor.get('/ministry/groups?by=age&post=PNH').expect(200)).text;
    expect(exact).toContain('<td>3</td>');
    expect(exact).not.toContain('Group not shown yet');
    const provinces = (await supervisor.get('/ministry/groups?by=province').expect(200)).text;
    expect(provinces).toContain('Elsewhere or not said');
    expect(provinces).not.toContain('Bengkulu');
    const csv = await supervisor.get('/ministry/groups/csv?post=PNH&by=sex').expect(200);
    expect(csv.headers['content-disposition']).toContain('figures-PNH-by-sex-');
    expect((await analyst.get('/ministry/groups?day=2199-01-01').expect(422)).text).toContain('href="#day"');
    await analyst.get('/ministry/groups?by=name').expect(422);
  });

  it('freezes yesterday once, and corrects it with a reason', async () => {
    const frozen = await freeze();
    expect(frozen.status).toBe(303);
    const [address] = frozen.headers['location']!.split('?');
    const revision = `${address}/revision`;
    const shown = (await analyst.get(frozen.headers['location']!).expect(200)).text;
    expect(shown).toContain('few');
    expect(shown).toContain('First issue');
    const again = await analyst.post('/ministry/bulletins', { day: address!.split('/').pop()!, post: 'PNH' });
    expect([again.status, again.text.includes('This day has a bulletin already')]).toEqual([409, true]);

    const hidden = hiddenFields(shown, revision);
    await analyst.post(revision, { ...hidden, because: '' }).expect(422);
    const unchanged = await analyst.post(revision, { ...hidden, because: 'Counted again' });
    expect([unchanged.status, unchanged.text.includes('There is nothing to correct')]).toEqual([409, true]);
    await service.query(
      "UPDATE registration SET status = 'merged', closed_at = now() WHERE id = (SELECT id FROM registration LIMIT 1)",
    );
    await supervisor.post(revision, { post: 'PNH', because: 'One person had registered twice.' }).expect(303);
    const revised = (await supervisor.get(`${address}?post=PNH`)).text;
    expect(revised).toContain('One person had registered twice.');
    expect((await supervisor.get(`${address}?post=PNH&revision=1`)).text).toContain(
      'This is not the newest issue',
    );
    const csv = await analyst.get(`${address}/csv?post=PNH`).expect(200);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.headers['content-disposition']).toContain('revision-2.csv');
    for (const page of [revised, (await analyst.get('/ministry/bulletins')).text])
      expect(page).toContain('Revision 2');
    expect(csv.text).toContain('#affected+daily');
    await analyst.get('/ministry/bulletins/not-a-day').expect(422);
  });
});
