import { DocumentFollowing } from '../../src/travel-documents/document-following.js';
import { DocumentForgetting } from '../../src/travel-documents/document-forgetting.js';
import type { ExportResponse } from '../../src/travel-documents/exports/exports.dto.js';
import { ExportsService } from '../../src/travel-documents/exports/exports.service.js';
import type { FamilyDocuments, FamilyResponse } from '../../src/travel-documents/families/families.dto.js';
import { CHOSEN_SQL } from '../../src/travel-documents/issuance/batches/issue-batches.sql.js';
import { type Browser, hiddenFields, signIn } from '../console/staff-pages.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { APPLICATION, applyFor, ifMatch, issuedDocument, seenBy, verifiedPerson } from './verified-person.js';

describe('families and exports', () => {
  let service: Service;
  let officer: Api;
  let approver: Api;
  let supervisor: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    approver = await service.api('approver');
    supervisor = await service.api('supervisor');
  });
  afterAll(() => service.stop());

  const code = (answer: { body: unknown }) => (answer.body as { code: string }).code;
  const together = async () => {
    const people = [await verifiedPerson(service, officer), await verifiedPerson(service, officer)];
    await service.query(`UPDATE registration SET group_id = gen_random_uuid() WHERE id = $1`, [
      people[0]!.id,
    ]);
    await service.query(
      `UPDATE registration SET group_id = (SELECT group_id FROM registration WHERE id = $1) WHERE id = $2`,
      [people[0]!.id, people[1]!.id],
    );
    return people.map(({ id }) => id);
  };
  const ask = ([first, ...others]: string[], ...changes: object[]) =>
    officer
      .post(`/v1/registrations/${first}/family-application`)
      .set('idempotency-key', newKey())
      .send({
        members: [first, ...others].map((registrationId, n) => ({
          registrationId,
          application: { ...APPLICATION, ...changes[n] },
        })),
      });
  const act = (api: Api, { id, version }: FamilyResponse, path: string) =>
    api.post(`/v1/family-applications/${id}/${path}`).set('if-match', ifMatch(version));
  /** By an approver who has opened all of them. */
  const approval = async (family: FamilyResponse) => {
    const open = family.applications.filter(({ status }) => status === 'applied');
    const shown = await Promise.all(open.map(({ id }) => seenBy(approver, id)));
    const seen = shown.map((one) => one.seen);
    return { expect: (status: number) => act(approver, family, 'approval').send({ seen }).expect(status) };
  };
  const applications = () =>
    service
      .query<{ n: number }>('SELECT count(*)::integer AS n FROM document_application')
      .then(([row]) => row!.n);

  it('apply, are approved and have their documents together', async () => {
    const family = (await ask(await together()).expect(201)).body as FamilyResponse;
    expect(family.applications.map(({ familyId }) => familyId)).toEqual([family.id, family.id]);
    const [one] = family.applications;
    const alone = await approver
      .post(`/v1/travel-document-applications/${one!.id}/approval`)
      .set('if-match', ifMatch(one!.version))
      .send(await seenBy(approver, one!.id))
      .expect(409);
    const half = [(await seenBy(approver, one!.id)).seen];
    await act(approver, family, 'approval').send({ seen: half }).expect(412);
    expect(code(alone)).toBe('of-a-family');
    const approved = (await (await approval(family)).expect(200)).body as FamilyResponse;
    await (await approval(family)).expect(412);
    const { items } = (await act(officer, approved, 'documents').expect(201)).body as FamilyDocuments;
    expect(new Set(items.map(({ number }) => number)).size).toBe(2);
    expect(new Set(items.map(({ blank }) => blank)).size).toBe(2);
  });

  it('are applied for, approved and issued from a page of the console', async () => {
    const [one, another] = (await together()) as [string, string];
    const path = `/console/cases/${one}/family`;
    const [desk, second] = [await signIn(service, 'officer'), await signIn(service, 'approver')];
    const form = async (browser: Browser, act: string) =>
      hiddenFields((await browser.get(path).expect(200)).text, `${path}/${act}`);
    const common = { waiverReason: 'crisis', transit: 'SGP', member: one };
    const asked = { ...(await form(desk, 'apply')), ...common, [`placeOfBirth-${one}`]: 'Medan' };
    expect((await desk.post(`${path}/apply`, asked).expect(422)).text).toContain('at least two people');
    const both = {
      ...asked,
      member: [one, another] as unknown as string,
      [`placeOfBirth-${another}`]: 'Palu',
    };
    const amiss = { ...both, [`placeOfBirth-${another}`]: '' };
    const missing = (await desk.post(`${path}/apply`, amiss).expect(422)).text;
    expect(missing).toContain(`id="placeOfBirth-${another}-error"`);
    expect(missing).toMatch(/>PNH-[0-9A-Z-]+: Write the place of birth<\/a>/);
    const unpaid = await desk.post(`${path}/apply`, { ...both, waiverReason: '' }).expect(422);
    expect(unpaid.text.match(/id="waiverReason-error"/g)).toHaveLength(1);
    await desk.post(`${path}/apply`, both).expect(303);
    await desk.post(`${path}/approve`, {}).expect(404);
    const shown = (await second.get(path).expect(200)).text;
    expect(shown.match(/There is no photo of this person/g)).toHaveLength(2);
    const seen = [...shown.matchAll(/name="seen" value="([^"]+)"/g)].map(([, one]) => one!);
    expect(seen).toHaveLength(2);
    const sent = { ...hiddenFields(shown, `${path}/approve`), seen: seen as unknown as string };
    await second.post(`${path}/approve`, { ...sent, seen: seen[0]! }).expect(412);
    await second.post(`${path}/approve`, sent).expect(303);
    await second.post(`${path}/approve`, sent).expect(412);
    await desk.post(`${path}/issue`, await form(desk, 'issue')).expect(303);
    expect((await desk.get(path).expect(200)).text.match(/>Issued</g)).toHaveLength(2);
  });

  it('are refused whole where one of them is: nobody is left with half a family’s papers', async () => {
    const before = await applications();
    const [one, another] = await together();
    const late = await ask([one!, another!], {}, { validUntil: '2020-01-01' }).expect(422);
    expect(late.body.errors).toMatchObject([{ pointer: '/members/1/application/validUntil' }]);
    await ask([one!, another!], {}, { transit: ['MYS'] }).expect(422);
    await ask([one!]).expect(422);
    const stranger = await verifiedPerson(service, officer);
    expect(code(await ask([one!, stranger.id]).expect(409))).toBe('not-one-group');
    expect(await applications()).toBe(before);

    const family = (await ask([one!, another!]).expect(201)).body as FamilyResponse;
    const approved = (await (await approval(family)).expect(200)).body as FamilyResponse;
    await service.query(`UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1`, [
      another,
    ]);
    await act(officer, approved, 'documents').expect(409);
    const documents = await service.query('SELECT FROM travel_document WHERE registration_id = ANY ($1)', [
      [one, another],
    ]);
    expect(documents).toHaveLength(0);
  });

  it('go on without one of them who no longer wants help', async () => {
    const [one, another] = await together();
    const family = (await ask([one!, another!]).expect(201)).body as FamilyResponse;
    await service.query(`UPDATE registration SET status = 'withdrawn', closed_at = now() WHERE id = $1`, [
      another,
    ]);
    const { postId } = service.demonstration;
    await service.app
      .get(DocumentFollowing)
      .withdraw({ postId, requestId: 'families spec', registrationId: another! });
    const left = (await approver.get(`/v1/family-applications/${family.id}`).expect(200))
      .body as FamilyResponse;
    const approved = (await (await approval(left)).expect(200)).body as FamilyResponse;
    const chosen = await service.query(CHOSEN_SQL, [
      postId,
      [approved.applications.find((each) => each.registrationId === one)!.id],
      10,
    ]);
    expect(chosen).toHaveLength(1);
    const { items } = (await act(officer, approved, 'documents').expect(201)).body as FamilyDocuments;
    expect(items.map(({ registrationId }) => registrationId)).toEqual([one]);
  });

  it('are in a batch together or not at all', async () => {
    const family = (await ask(await together()).expect(201)).body as FamilyResponse;
    await (await approval(family)).expect(200);
    const { postId } = service.demonstration;
    const chosen = (most: number) =>
      service.query<{ id: string }>(CHOSEN_SQL, [postId, null, most]).then((rows) => rows.length);
    const all = await chosen(1000);
    expect(all).toBeGreaterThanOrEqual(2);
    expect(await chosen(all - 1)).toBe(all - 2);
  });

  it('of a day hold what is lost, revoked, void or stolen, without anything personal, and are frozen when it is over', async () => {
    const lost = await issuedDocument(service, officer, approver);
    await approver
      .post(`/v1/travel-documents/${lost.id}/revocation`)
      .set('if-match', ifMatch(lost.version))
      .send({ reason: 'lost' })
      .expect(200);
    const misprinted = await issuedDocument(service, officer, approver);
    await officer
      .post(`/v1/travel-documents/${misprinted.id}/voiding`)
      .set('if-match', ifMatch(misprinted.version))
      .send({ reason: 'misprint' })
      .expect(200);
    const good = await issuedDocument(service, officer, approver);
    const steal = (serial: string | null) => supervisor.post('/v1/blanks/theft').send({ serials: [serial] });
    await steal(good.blank).expect(409);
    const { next } = (await supervisor.get('/v1/blanks').expect(200)).body as { next: string };
    await steal(next).expect(200);
    const [{ day } = { day: '' }] = await service.query<{ day: string }>(
      `SELECT (now() AT TIME ZONE 'Asia/Phnom_Penh')::date::text AS day`,
    );
    const path = `/v1/travel-documents/exports`;
    const read = async () => (await supervisor.get(path).query({ day }).expect(200)).body as ExportResponse;
    const live = await read();
    expect(live.frozenAt).toBeNull();
    const common = { type: 'PU', issuer: 'IDN', date: day };
    expect(live.items).toEqual([
      { ...common, number: lost.number, kind: 'document', status: 'lost' },
      { ...common, number: misprinted.number, kind: 'document', status: 'void' },
      { ...common, number: next, kind: 'blank', status: 'stolen' },
    ]);
    const csv = await supervisor.get(`${path}/csv`).query({ day }).expect(200);
    expect(csv.text).toBe(
      `number,type,kind,issuer,status,date\r\n${live.items
        .map(({ number, kind, status }) => `${number},PU,${kind},IDN,${status},${day}\r\n`)
        .join('')}`,
    );
    await officer.get(path).query({ day }).expect(403);
    await supervisor.get(path).query({ day: '2099-01-01' }).expect(422);

    // as if all of it had been yesterday
    await service.query(`UPDATE post SET created_at = created_at - interval '1 day'`);
    await service.query(
      `UPDATE travel_document SET ended_at = ended_at - interval '1 day' WHERE ended_at IS NOT NULL`,
    );
    await service.app.get(ExportsService).freeze();
    await service.query(`UPDATE travel_document SET ended_reason = 'stolen' WHERE id = $1`, [lost.id]);
    await service.app.get(ExportsService).freeze();
    const [{ yesterday } = { yesterday: '' }] = await service.query<{ yesterday: string }>(
      `SELECT ($1::date - 1)::text AS yesterday`,
      [day],
    );
    const frozen = await supervisor.get(path).query({ day: yesterday }).expect(200);
    expect((frozen.body as ExportResponse).frozenAt).not.toBeNull();
    expect((frozen.body as ExportResponse).items).toContainEqual({
      ...common,
      date: yesterday,
      number: lost.number,
      kind: 'document',
      status: 'lost',
    });
  });

  it('forget the key of an old passport’s number when its holder is erased', async () => {
    const { id } = await verifiedPerson(service, officer);
    await applyFor(officer, id, { oldPassport: { number: 'X0000077', state: 'expired' } });
    const indexed = () =>
      service.query(
        'SELECT FROM document_application WHERE registration_id = $1 AND old_passport_index IS NOT NULL',
        [id],
      );
    expect(await indexed()).toHaveLength(1);
    const { postId } = service.demonstration;
    await service.app.get(DocumentForgetting).forget({ postId, requestId: 'test', registrationId: id });
    expect(await indexed()).toHaveLength(0);
  });
});
