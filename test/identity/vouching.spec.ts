import type { IdentityFileResponse } from '../../src/identity/identity.dto.js';
import type { OwnVouchingsResponse } from '../../src/identity/vouching/vouching.dto.js';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';
import { hiddenFields, visitor } from '../support/page-reader.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { choose, identityOf, path, vouchFor } from './identity-file.js';

const OTHER = 'Wati Contoh';

describe('somebody who is named as vouching for another', () => {
  let service: Service;
  let officer: ReturnType<typeof identityOf>;
  let secondApi: Api;
  let referee: RegistrationReceipt;
  let person: Api;
  beforeAll(async () => {
    service = await startService();
    officer = identityOf(await service.api('officer'));
    secondApi = await service.api('officer2');
  });
  afterAll(() => service.stop());
  beforeEach(async () => {
    referee = await service.register({ contact: { method: 'phone', phone: '+85512345678' } });
    await officer.record(referee.id, 'passport').expect(201);
    await choose(service, referee.id);
    await officer.decide(referee.id, 1, 'verified').expect(200);
    person = await service.person(referee);
  });

  /** An identity card, and the referee beside it. */
  const named = async () => {
    const receipt = await service.register({ fullName: OTHER });
    await officer.record(receipt.id, 'national-id').expect(201);
    await officer.record(receipt.id, 'referee', { refereeReference: referee.reference }).expect(201);
    await choose(service, receipt.id);
    return receipt;
  };
  const own = async () =>
    ((await person.get('/v1/vouchings/own').expect(200)).body as OwnVouchingsResponse).items;
  const here = (api: Api, file: IdentityFileResponse, id: string) =>
    api
      .post(
        `${path(id)}/evidence/${file.evidence.find(({ kind }) => kind === 'referee')!.id}/referee-confirmation`,
      )
      .set('if-match', `"v${file.version}"`);

  it('counts for nothing until they say so themselves, and the database keeps it so', async () => {
    const { id, reference } = await named();
    const before = await officer.read(id);
    expect(before).toMatchObject({
      evidence: [{}, { kind: 'referee', ceiling: 0, vouching: 'asked' }],
      suggestion: { level: 1, officers: 2 },
    });
    await expect(
      service.query(
        `INSERT INTO identity_decision (id, post_id, registration_id, outcome, level, reasons, decided_by, evidence_ids)
         SELECT gen_random_uuid(), post_id, registration_id, 'verified', 2, '{}', recorded_by, ARRAY[id]
         FROM identity_evidence WHERE registration_id = $1 AND kind = 'referee'`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'identity_referee_confirmed' });
    await vouchFor(person, reference);
    expect(await officer.read(id)).toMatchObject({
      evidence: [{}, { ceiling: 3, vouching: 'confirmed' }],
      suggestion: { level: 2, officers: 1 },
      version: before.version + 1,
    });
  });

  it('is told that there is a question, and never of whom', async () => {
    const other = await named();
    const messages = await service.query<{ kind: string; text: string }>(
      "SELECT kind, m::text AS text FROM message m WHERE recipient_id = $1 AND kind = 'question-for-you'",
      [referee.id],
    );
    expect(messages).toHaveLength(1);
    const [asked] = await own();
    expect(Object.keys(asked!).sort()).toEqual(['askedAt', 'id', 'state']);
    const pages = visitor(service);
    await pages.post('/status/sign-in', referee.accessSecret ? { secret: referee.accessSecret } : {});
    expect((await pages.get('/status').expect(200)).text).toContain('/status/vouching');
    const page = (await pages.get('/status/vouching').expect(200)).text;
    for (const text of [page, JSON.stringify(asked), messages[0]!.text])
      for (const secret of [OTHER, 'W•••', other.reference, other.id]) expect(text).not.toContain(secret);
    const hidden = hiddenFields(page);
    const wrong = await pages
      .post('/status/vouching', { ...hidden, reference: referee.reference })
      .expect(422);
    expect(wrong.text).toContain('This is not the reference of whoever named you');
    await pages.post('/status/vouching', { ...hidden, reference: other.reference }).expect(303);
    expect((await own()).map(({ state }) => state)).toEqual(['confirmed']);
  });

  it('takes it back by saying no, before or after: it contradicts, and what was decided on it is opened again', async () => {
    const { id, reference } = await named();
    await vouchFor(person, reference);
    const { version } = await officer.read(id);
    await officer.decide(id, version, 'verified').expect(200);
    const [confirmed] = await own();
    await person.post(`/v1/vouchings/${confirmed!.id}/objection`).expect(200);
    await person.post(`/v1/vouchings/${confirmed!.id}/objection`).expect(404);
    expect(await own()).toEqual([]);
    expect(await officer.read(id)).toMatchObject({
      state: 'in-review',
      evidence: [{}, { ceiling: 0, vouching: 'objected' }],
      contradictions: [{ code: 'referee-objected', resolvedAt: null }],
      earlierDecisions: [{ outcome: 'verified', level: 2 }],
    });
  });

  it('is asked nobody else, nor whoever opened their page by the help word', async () => {
    const { reference } = await named();
    const [asked] = await own();
    const stranger = await service.person(await service.register());
    const answer = (api: Api) => api.post(`/v1/vouchings/${asked!.id}/confirmation`).send({ reference });
    await answer(stranger).expect(404);
    await stranger.post(`/v1/vouchings/${asked!.id}/objection`).expect(404);
    await answer(await service.api('officer')).expect(403);
    const forced = await service.person(referee);
    await service.query("UPDATE session SET duress = true WHERE role = 'person' AND subject_id = $1", [
      referee.id,
    ]);
    expect((await forced.get('/v1/vouchings/own').expect(200)).body).toEqual({
      items: [],
      atCounter: false,
    });
    await answer(forced).expect(404);
  });

  it('vouches at a counter only, under codes that were in the hands of others, who could have said it for them', async () => {
    const { id, reference } = await named();
    const [asked] = await own();
    const first = await service.api('officer');
    const given = await first
      .post(`/v1/registrations/${referee.id}/access-codes`)
      .set({
        'if-match': (await first.get(`/v1/registrations/${referee.id}`)).headers['etag']!,
        'idempotency-key': newKey(),
      })
      .send({ reason: 'lost', personIsHere: true })
      .expect(201);
    const asThem = await service.person(given.body as RegistrationReceipt);
    const refused = await asThem
      .post(`/v1/vouchings/${asked!.id}/confirmation`)
      .send({ reference })
      .expect(403);
    expect(refused.body).toMatchObject({ code: 'vouch-at-counter' });
    expect((await asThem.get('/v1/vouchings/own').expect(200)).body).toMatchObject({ atCounter: true });
    const page = visitor(service);
    await page
      .post('/status/sign-in', { secret: (given.body as RegistrationReceipt).accessSecret })
      .expect(303);
    const { text } = await page.get('/status/vouching').expect(200);
    expect(text).toContain('say yes to an officer at a counter');
    expect(text).not.toContain('name="reference"');
    const file = await officer.read(id);
    expect(file).toMatchObject({ evidence: [{}, { ceiling: 0, vouching: 'asked' }] });
    await here(secondApi, file, id).expect(200);
  });

  it('may say so at the counter, before another officer than the one who recorded it', async () => {
    const { id } = await named();
    const file = await officer.read(id);
    const first = await service.api('officer');
    expect((await here(first, file, id).expect(403)).body).toMatchObject({ code: 'same-person' });
    const answer = await here(secondApi, file, id).expect(200);
    expect(answer.body).toMatchObject({ suggestion: { level: 2 }, version: file.version + 1 });
    await here(secondApi, file, id).expect(412);
    expect((await here(secondApi, answer.body as IdentityFileResponse, id).expect(409)).body).toMatchObject({
      code: 'not-in-this-state',
    });
    await expect(
      service.query('UPDATE identity_vouching SET confirmed_by = recorded_by WHERE registration_id = $1', [
        id,
      ]),
    ).rejects.toMatchObject({ constraint: 'identity_vouching_confirmed_by_another' });
  });
});
