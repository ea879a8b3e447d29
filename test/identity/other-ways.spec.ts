import { composeMrz } from '../../src/platform/icao/compose-mrz.js';
import type { InterviewsResponse } from '../../src/identity/interview/interview.dto.js';
import { agreed } from '../support/agreed.js';
import type { Api } from '../support/service.js';
import { newKey, type Service, startService } from '../support/service.js';
import { signIn } from '../console/staff-pages.js';
import { choose, identityOf, path } from './identity-file.js';

const composed = composeMrz('TD3', {
  documentCode: 'P',
  issuer: 'MYS',
  name: { primary: 'Eriksson', secondary: 'Anna Maria' },
  documentNumber: 'L898902C3',
  nationality: 'MYS',
  birthDate: '740812',
  sex: 'F',
  expiryDate: '120415',
  optional: '',
  furtherOptional: '',
});
const PASSPORT = composed.ok ? composed.lines.join('') : '';

describe('other ways to know who somebody is', () => {
  let service: Service;
  let officer: Api;
  let second: Api;
  let ministry: Api;
  beforeAll(async () => {
    service = await startService();
    [officer, second, ministry] = await Promise.all([
      service.api('officer'),
      service.api('officer2'),
      service.api('home-agency'),
    ]);
  });
  afterAll(() => service.stop());
  const evidenceOf = async (id: string) => (await identityOf(officer).read(id)).evidence;
  const contradictionsOf = async (id: string) =>
    (await identityOf(officer).read(id)).contradictions.map(({ code }) => code);

  describe('a document that was read', () => {
    it('is held against the record', async () => {
      const { id } = await service.register({ fullName: 'Anna Contoh', birthDate: { year: 1974 }, sex: 'F' });
      await identityOf(officer).record(id, 'passport', { mrz: PASSPORT }).expect(201);
      expect(await evidenceOf(id)).toMatchObject([{ origin: 'document', agrees: true }]);
      expect(await contradictionsOf(id)).toEqual(['name-differs', 'nationality-differs', 'document-expired']);
    });

    it('raises that its number belongs to another case', async () => {
      await service.register({ passportNumber: 'X7654321' });
      const { id } = await service.register({ fullName: 'Budi Contoh' });
      await identityOf(officer).record(id, 'passport', { documentNumber: 'x-7654321' }).expect(201);
      expect(await contradictionsOf(id)).toContain('document-of-another-case');
    });

    it('that the national bureau has as lost is a contradiction in the hand, and none as a copy', async () => {
      const supervisor = await service.api('supervisor');
      const read = (csv: string, api = supervisor) =>
        api.post('/v1/reported-papers').attach('file', Buffer.from(csv), 'list.csv');
      expect((await officer.get('/v1/reported-papers').expect(200)).body).toEqual({
        papers: 0,
        importedBy: null,
        importedAt: null,
      });
      const rows = 'number;type;issuer;status;note\nX1112223;P;IDN;stolen;a\nx111 2224;passport;IDN;lost;b\n';
      expect((await read(rows).expect(200)).body).toMatchObject({ papers: 2 });
      const { id } = await service.register();
      await identityOf(officer).record(id, 'passport-copy', { documentNumber: 'X1112223' }).expect(201);
      await identityOf(officer).record(id, 'passport', { documentNumber: 'X1112229' }).expect(201);
      expect(await contradictionsOf(id)).not.toContain('document-reported');
      await identityOf(officer).record(id, 'passport', { documentNumber: 'X-111 2224' }).expect(201);
      expect(await contradictionsOf(id)).toContain('document-reported');
      const kept = await service.query('SELECT * FROM reported_paper');
      expect(JSON.stringify(kept)).not.toContain('1112223');
      // the next list takes its place; one that cannot be read changes nothing
      const refused = await read('number,type,issuer,status\nX1112225,P,QQQ,lost\n').expect(422);
      expect(refused.body).toMatchObject({ errors: [{ pointer: '/rows/2/issuer', code: 'wrong-format' }] });
      await read(rows, officer).expect(403);
      expect((await read('number,type,issuer,status\nX1112225,P,IDN,lost\n').expect(200)).body).toMatchObject(
        {
          papers: 1,
        },
      );
    });

    it('is refused with a wrong check digit, and with evidence that is no document', async () => {
      const { id } = await service.register();
      const wrong = PASSPORT.replace('L898902C3', 'L898902C4');
      const answer = await identityOf(officer).record(id, 'passport', { mrz: wrong }).expect(422);
      expect(answer.body).toMatchObject({ errors: [{ pointer: '/mrz', code: 'mrz-unreadable' }] });
      await identityOf(officer).record(id, 'interview', { mrz: PASSPORT }).expect(422);
      expect(await evidenceOf(id)).toEqual([]);
    });
  });

  describe('an interview', () => {
    const at = (id: string) => `${path(id)}/interviews`;
    const draw = async (api: Api, id: string) =>
      ((await api.post(at(id)).send().expect(200)).body as InterviewsResponse).items[0]!;
    const answers = (questions: readonly string[], judgement = 'right') =>
      questions.map((question) => ({ question, answer: 'Ibu Contoh with the red bicycle', judgement }));

    it('has questions that the system draws, the same until they are judged, and becomes evidence', async () => {
      const { id } = await service.register();
      const first = await draw(officer, id);
      expect(first.questions).toHaveLength(6);
      expect((await draw(officer, id)).questions).toEqual(first.questions);
      const finish = (body: object) => officer.post(`${at(id)}/${first.id}/answers`).send(body);
      await finish({ answers: answers(first.questions).slice(1) }).expect(422);
      const done = await finish({ answers: answers(first.questions) }).expect(200);
      expect(done.text).not.toContain('Contoh');
      expect(await evidenceOf(id)).toMatchObject([
        { kind: 'interview', strength: 'fair', origin: 'interview' },
      ]);
      expect((await finish({ answers: answers(first.questions) }).expect(409)).body).toMatchObject({
        code: 'already-judged',
      });
      const next = await draw(officer, id);
      expect(next.questions.filter((question) => first.questions.includes(question))).toEqual([]);
      const [stored] = await service.query<{ text: string }>(
        "SELECT string_agg(i::text || encode(coalesce(answers_sealed, ''), 'escape'), ' ') AS text FROM identity_interview i",
      );
      expect(stored!.text).not.toContain('bicycle');
    });

    it('that goes wrong speaks against the person; only who drew it can judge it', async () => {
      const { id } = await service.register();
      const { id: interview, questions } = await draw(officer, id);
      const body = { answers: answers(questions, 'wrong') };
      await second
        .post(`${at(id)}/${interview}/answers`)
        .send(body)
        .expect(404);
      await officer
        .post(`${at(id)}/${interview}/answers`)
        .send(body)
        .expect(200);
      expect(await contradictionsOf(id)).toEqual(['does-not-agree']);
    });

    it('is drawn once where the officer asks many times at once', async () => {
      const { id } = await service.register();
      const drawn = await Promise.all(Array.from({ length: 5 }, () => draw(officer, id)));
      expect(new Set(drawn.map((one) => one.id)).size).toBe(1);
    });
  });

  describe('family at home', () => {
    const at = (id: string) => `${path(id)}/family-requests`;
    const ask = (id: string) =>
      officer
        .post(at(id))
        .set('idempotency-key', newKey())
        .send({ question: 'Ask the mother in Kampung Contoh which school it was' });
    const agreed = () => service.register({ consents: ['embassy-assistance', 'home-ministry'] });

    it('is asked by the ministry, which learns no place, and answers once', async () => {
      const { id } = await agreed();
      await ask(id).expect(201);
      expect((await ask(id).expect(409)).body).toMatchObject({ code: 'family-asked' });
      const open = await ministry.get('/v1/family-requests').expect(200);
      expect(open.text).not.toMatch(/whereNow|PNH|reference/);
      const [item] = (open.body as { items: { id: string; fullName: string }[] }).items;
      const answer = () =>
        ministry
          .post(`/v1/family-requests/${item!.id}/answer`)
          .send({ confirms: true, answer: 'She names the same school' });
      const statuses = (await Promise.all([answer(), answer(), answer()])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([204, 409, 409]);
      expect(await evidenceOf(id)).toMatchObject([
        { kind: 'family-confirmed', strength: 'fair', origin: 'ministry' },
      ]);
      expect(((await officer.get(at(id)).expect(200)).body as { items: object[] }).items).toMatchObject([
        { state: 'answered' },
      ]);
    });

    it('is not asked where the person does not agree, or no longer does, nor by others', async () => {
      const silent = await service.register({ consents: ['embassy-assistance'] });
      expect((await ask(silent.id).expect(409)).body).toMatchObject({ code: 'no-consent-home' });
      const { id } = await agreed();
      await ask(id).expect(201);
      await service.query(
        "UPDATE consent SET given = false WHERE registration_id = $1 AND purpose = 'home-ministry'",
        [id],
      );
      expect((await ministry.get('/v1/family-requests').expect(200)).body).toEqual({ items: [] });
      await officer.get('/v1/family-requests').expect(403);
    });

    it('is asked and answered on a page of the ministry, without a script', async () => {
      const { id } = await service.register({ fullName: 'Rina Contoh' });
      await ask(id).expect(201);
      const browser = await signIn(service, 'home-agency');
      const { text } = await browser.get('/console/family-requests').expect(200);
      expect(text).toContain('Rina Contoh');
      const action = /action="(\/console\/family-requests\/[^"]+)"/.exec(text)![1]!;
      await browser.post(action, { confirms: '', answer: 'The mother knows her' }).expect(422);
      await browser.post(action, { confirms: 'yes', answer: 'The mother knows her' }).expect(303);
      expect(await evidenceOf(id)).toMatchObject([{ kind: 'family-confirmed', agrees: true }]);
      await browser.post(action, { confirms: 'yes', answer: 'Once more' }).expect(409);
    });

    it('is no evidence that an officer can record', async () => {
      const { id } = await service.register();
      await identityOf(officer).record(id, 'family-confirmed').expect(422);
    });
  });

  describe('somebody of another country', () => {
    const handOver = (id: string, country = 'MYS') => officer.post(`${path(id)}/hand-over`).send({ country });

    it('is handed over once two officers have decided so, and the case is closed', async () => {
      const { id } = await service.register();
      expect((await handOver(id).expect(409)).body).toMatchObject({ code: 'national-so-far' });
      await service.runJobs();
      await choose(service, id);
      await identityOf(officer).decide(id, 0, 'not-a-national', ['other-nationality']).expect(200);
      await handOver(id).expect(409);
      await identityOf(second).decide(id, 1, 'not-a-national', ['other-nationality']).expect(200);
      await handOver(id, 'IDN').expect(422);
      await handOver(id, 'QQQ').expect(422);
      await handOver(id).expect(204);
      await handOver(id).expect(409);
      const [closed] = await service.query<object>(
        `SELECT r.status, r.closed_as, h.country FROM registration r
         JOIN identity_hand_over h ON h.registration_id = r.id WHERE r.id = $1`,
        [id],
      );
      expect(closed).toEqual({ status: 'closed', closed_as: 'transferred', country: 'MYS' });
      // the seat that was booked for them is free again
      const booked = () =>
        service.query('SELECT status FROM booking WHERE registration_id = $1 ORDER BY status', [id]);
      expect(await booked()).toEqual([{ status: 'booked' }]);
      await service.runJobs();
      expect(await booked()).toEqual([{ status: 'cancelled' }]);
    });
  });

  it('is for nobody who is tied to the person: not what was said, nor to have family asked, nor to hand over', async () => {
    const { id } = await service.register();
    await identityOf(officer).record(id, 'interview').expect(201);
    await identityOf(second).tie(id).expect(204);
    for (const [act, body] of [
      ['disclosures', { reason: 'Looks what was said' }],
      ['family-requests', { question: 'Does she have a brother?' }],
      ['hand-over', { country: 'MYS' }],
    ] as const) {
      const tried = await second
        .post(`${path(id)}/${act}`)
        .set('idempotency-key', newKey())
        .send(body);
      expect({ act, code: (tried.body as { code?: string }).code }).toEqual({ act, code: 'tied-to-person' });
    }
    await agreed(officer, await service.api('approver'), id, 'statements');
    await officer
      .post(`${path(id)}/disclosures`)
      .send({ reason: 'Looks what was said' })
      .expect(200);
  });
});
