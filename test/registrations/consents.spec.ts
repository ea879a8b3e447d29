import { type Api, type Service, startService } from '../support/service.js';

describe('what a person agreed to', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  const change = (person: Api, version: number, consents: string[]) =>
    person.put('/v1/registrations/own/consents').set('if-match', `"v${version}"`).send({ consents });
  const answers = (id: string) =>
    service.query<{ purpose: string; given: boolean }>(
      'SELECT purpose, given FROM consent WHERE registration_id = $1 ORDER BY at, purpose',
      [id],
    );

  it('can be changed by the person, and every answer is kept and on record', async () => {
    const receipt = await service.register();
    const person = await service.person(receipt);
    const changed = await change(person, 1, ['embassy-assistance', 'host-exit-clearance']).expect(200);
    expect(changed.body).toMatchObject({
      consents: ['embassy-assistance', 'host-exit-clearance'],
      version: 2,
    });
    expect(changed.headers['etag']).toBe('"v2"');
    expect(await answers(receipt.id)).toEqual([
      { purpose: 'embassy-assistance', given: true },
      { purpose: 'home-ministry', given: true },
      { purpose: 'home-ministry', given: false },
      { purpose: 'host-exit-clearance', given: true },
    ]);
    const recorded = await service.query(
      `SELECT action, detail FROM audit_event WHERE subject_id = $1 AND action LIKE 'registration.consent%' ORDER BY at`,
      [receipt.id],
    );
    expect(recorded).toEqual([
      {
        action: 'registration.consent-lifted',
        detail: { purpose: 'home-ministry', recipient: 'home-ministry' },
      },
      {
        action: 'registration.consent-given',
        detail: { purpose: 'host-exit-clearance', recipient: 'host-immigration' },
      },
    ]);
  });

  it('keeps what is needed to help at all: whoever lifts it must withdraw', async () => {
    const receipt = await service.register();
    const person = await service.person(receipt);
    const refused = await change(person, 1, ['home-ministry']).expect(409);
    expect(refused.body).toMatchObject({ code: 'consent-needed' });
    expect(await answers(receipt.id)).toHaveLength(2);
  });

  it('changes nothing where nothing is another answer, nor against a version that is no more', async () => {
    const receipt = await service.register();
    const person = await service.person(receipt);
    const same = await change(person, 1, ['home-ministry', 'embassy-assistance']).expect(200);
    expect(same.body).toMatchObject({ version: 1 });
    await change(person, 7, ['embassy-assistance']).expect(412);
    await person
      .put('/v1/registrations/own/consents')
      .send({ consents: ['embassy-assistance'] })
      .expect(428);
    await change(person, 1, ['embassy-assistance', 'everything']).expect(422);
    expect(await answers(receipt.id)).toHaveLength(2);
  });

  it('counts the answer that was given last, where two come at once', async () => {
    const receipt = await service.register();
    const person = await service.person(receipt);
    const both = await Promise.all([
      change(person, 1, ['embassy-assistance']),
      change(person, 1, ['embassy-assistance', 'home-ministry', 'shelter-partners']),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const kept = both.find(({ status }) => status === 200)!.body as { consents: string[] };
    const held = (await person.get('/v1/registrations/own')).body as { consents: string[] };
    expect(held.consents).toEqual(kept.consents);
  });

  it('is closed with the case, and to everybody else', async () => {
    const receipt = await service.register();
    const person = await service.person(receipt);
    await person.post('/v1/registrations/own/withdrawal').set('if-match', '"v1"').expect(200);
    const closed = await change(person, 2, ['embassy-assistance']).expect(409);
    expect(closed.body).toMatchObject({ code: 'not-open' });
    await change(await service.api('officer'), 1, ['embassy-assistance']).expect(403);
  });

  it('stops the request to the host country from then on', async () => {
    const receipt = await service.register({ consents: ['embassy-assistance', 'host-exit-clearance'] });
    await change(await service.person(receipt), 1, ['embassy-assistance']).expect(200);
    const officer = await service.api('officer');
    const refused = await officer
      .post(`/v1/registrations/${receipt.id}/exit-clearance`)
      .set('idempotency-key', `consents-spec-${Date.now()}`)
      .send({ overstayDays: 10 });
    expect(refused.body).toMatchObject({ status: 409, code: 'no-consent-host' });
  });
});
