import { buildSomebody, pairOf, reportedOften, reportedTwice } from './twice-reported.js';
import { type Api, type Service, startService } from '../support/service.js';

describe('the pages for people who reported twice', () => {
  let service: Service;
  let supervisor: Api;
  beforeAll(async () => {
    service = await startService();
    supervisor = await service.api('supervisor');
  });
  afterAll(() => service.stop());

  const page = async (path: string, api = supervisor) => (await api.get(path).expect(200)).text;

  it('list them, compare them, show them for a reason, merge them with one click and take them apart', async () => {
    const somebody = { ...buildSomebody(), helpWord: 'Pulau Sembilan' };
    const { first, second, pair } = await reportedTwice(service, supervisor, somebody);
    expect(await page('/console/supervisor')).toContain('/console/duplicates');
    const list = await page('/console/duplicates');
    for (const shown of [first.reference, second.reference, `/console/duplicates/${pair.id}/decision`])
      expect(list).toContain(shown);
    expect(list).not.toContain(somebody.fullName);
    const path = `/console/duplicates/${pair.id}`;
    expect(await page(path)).not.toContain(somebody.fullName);
    await supervisor.post(`${path}/reveal`).type('form').send({ reason: '' }).expect(422);
    const shown = await supervisor
      .post(`${path}/reveal`)
      .type('form')
      .send({ reason: 'Both receipts' })
      .expect(200);
    expect(shown.text).toContain(somebody.fullName);
    const same = { version: pair.version, decision: 'same' };
    await supervisor.post(`${path}/decision`).type('form').send(same).expect(303);
    const late = await supervisor.post(`${path}/decision`).type('form').send(same).expect(412);
    expect(late.text).toContain('role="alert"');
    const { merge } = await pairOf(service, supervisor, first, second);
    expect(await page('/console/duplicates?status=same')).toContain(first.reference);
    expect(await page(path)).toContain(`/console/merges/${merge!.id}/undo`);
    const [kept, merged] = merge!.keptId === first.id ? [first, second] : [second, first];
    expect(await page(`/console/cases/${merged.id}`)).toContain(`href="/console/cases/${kept.id}"`);
    expect(await page(`/console/cases/${kept.id}`)).not.toContain(`href="/console/cases/${merged.id}"`);
    const forced = { reference: merged.reference, accessCode: 'pulau sembilan' };
    await service.everyone().post('/v1/registrations/access').send(forced).expect(201);
    expect(await page(`/console/cases/${kept.id}`)).toContain('Opened with the help word');
    await supervisor
      .post(`/console/merges/${merge!.id}/undo`)
      .type('form')
      .send({ version: merge!.version, pair: pair.id })
      .expect(303);
    expect(await page('/console/duplicates?status=unsure')).toContain(first.reference);
    await (await service.api('officer')).get('/console/duplicates').expect(403);
  });

  it('show all reports of one person together, and merge them with one click', async () => {
    const { cases, group } = await reportedOften(service, supervisor, 3);
    const list = await page('/console/duplicates');
    const pairs = group.pairs.map(({ id, version }) => `${id} ${version}`).join(',');
    expect(list).toContain(`value="${pairs}"`);
    const send = () => supervisor.post('/console/duplicate-groups/merges').type('form').send({ pairs });
    await send().expect(303);
    expect((await send().expect(412)).text).toContain('role="alert"');
    expect(await page('/console/duplicates?status=same')).toContain(cases[2]!.reference);
    expect(await page('/console/duplicates?part=later')).not.toContain(cases[2]!.reference);
  });
});
