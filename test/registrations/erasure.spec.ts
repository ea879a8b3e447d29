import type { OwnMessagesResponse } from '../../src/notifications/own/own-messages.dto.js';
import { ErasureTimetable } from '../../src/registrations/erasure/erasure-timetable.js';
import type {
  RetentionEffectResponse,
  RetentionResponse,
} from '../../src/registrations/retention/retention.dto.js';
import type { ErasureResponse } from '../../src/registrations/erasure/erasure.dto.js';
import { sealedUnder, sealedUnderNoPerson, tablesWith } from '../support/everything-stored.js';
import { type Journeys, journeysOf } from '../support/journey.js';
import { hiddenFields } from '../support/page-reader.js';
import { desk } from './forced-person.js';
import { type Api, type Service, startService } from '../support/service.js';

describe('erasure', () => {
  let service: Service;
  let journeys: Journeys;
  beforeAll(async () => {
    service = await startService();
    journeys = await journeysOf(service);
  });
  afterAll(() => service.stop());

  const ask = async (person: Api) =>
    (await person.post('/v1/registrations/own/erasure').expect(200)).body as ErasureResponse;
  const act = (person: Api, what: string, version: number) =>
    person.post(`/v1/registrations/own/erasure/${what}`).set('if-match', `"v${version}"`);
  const wished = () => service.app.get(ErasureTimetable).eraseWished();
  const passDay = (id: string) =>
    service.query("UPDATE erasure SET due_at = due_at - interval '25 hours' WHERE registration_id = $1", [
      id,
    ]);
  const stored = async (id: string) =>
    (
      await service.query<Record<string, unknown>>(
        `SELECT r.status, r.erased_at, r.needs, p.wrapped_key, p.identity_sealed, p.contact_sealed, p.location_sealed,
           p.home_sealed, p.name_index, p.document_index, p.phone_index, p.sex
         FROM registration r JOIN person p ON p.id = r.person_id WHERE r.id = $1`,
        [id],
      )
    )[0]!;
  /** What later stages and messages keep of the person. */
  const elsewhere = async (id: string) =>
    (
      await service.query(
        `SELECT array(SELECT kind FROM message WHERE recipient_id = $1 AND kind = 'registered') AS told,
           (SELECT count(address_index)::int + count(address_masked)::int FROM message WHERE recipient_id = $1) AS addresses,
           (SELECT reasons FROM triage_assessment WHERE registration_id = $1 ORDER BY assessed_at LIMIT 1) AS reasons`,
        [id],
      )
    )[0];

  it('is asked, confirmed, and carried out a day later: nothing is left that leads to the person', async () => {
    const receipt = await service.register({
      contact: { method: 'sms', phone: '+85512345678' },
      passportNumber: 'X1234567',
      homeAddress: 'Jalan Contoh 1',
      needs: ['pregnant'],
    });
    await service.runJobs();
    expect(await elsewhere(receipt.id)).toMatchObject({ told: ['registered'], reasons: ['pregnant'] });
    const person = await service.person(receipt);
    const { items: written } = (await person.get('/v1/messages/own').expect(200)).body as OwnMessagesResponse;
    expect(written.at(-1)).toMatchObject({ kind: 'registered', channel: 'sms', address: '•••678' });
    expect(JSON.stringify(written)).not.toContain('85512345678');
    await person.get('/v1/registrations/own/erasure').expect(404);
    const asked = await ask(person);
    expect(await ask(person)).toEqual(asked);
    const confirmed = (await act(person, 'confirmation', asked.version).expect(200)).body as ErasureResponse;
    expect(confirmed).toMatchObject({ status: 'confirmed', keptBecause: null });
    await wished();
    expect((await stored(receipt.id))['wrapped_key']).not.toBeNull();
    await passDay(receipt.id);
    await wished();
    await wished();
    const { sex, status, needs, erased_at: at, ...rest } = await stored(receipt.id);
    expect({ sex, status, needs }).toEqual({ sex: 'M', status: 'withdrawn', needs: [] });
    expect(at).not.toBeNull();
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
    await person.get('/v1/registrations/own').expect(401);
    const codes = [{ accessSecret: receipt.accessSecret }, receipt];
    for (const { accessSecret, reference, accessCode } of codes as (typeof receipt)[])
      await service
        .everyone()
        .post('/v1/registrations/access')
        .send(reference ? { reference, accessCode } : { accessSecret })
        .expect(401);
    const officer = await service.api('officer');
    const found = await officer
      .post('/v1/registrations/search')
      .send({ documentNumber: 'X1234567', reason: 'Stands at my counter' })
      .expect(200);
    expect(found.body).toEqual({ items: [] });
    const events = await service.query<{ action: string }>(
      "SELECT action FROM audit_event WHERE subject_id = $1 AND action LIKE 'registration.eras%' ORDER BY at",
      [receipt.id],
    );
    expect(events.map(({ action }) => action)).toEqual([
      'registration.erasure-asked',
      'registration.erasure-confirmed',
      'registration.erased',
    ]);
    await service.runJobs();
    expect(await elsewhere(receipt.id)).toMatchObject({ addresses: 0, reasons: [] });
  });

  it('leaves nothing that can be read in any table, whatever was done for the person', async () => {
    const planted = {
      fullName: 'Zubaidah Tandacontoh',
      passportNumber: 'T7654321',
      motherName: 'Halimah Indukcontoh',
      whereNow: 'Rumah Persinggahan Contoh',
      whereHeld: 'Gedung Tertutup Contoh',
      homeAddress: 'Jalan Pulangcontoh 7',
      contact: { method: 'sms' as const, phone: '+85597765432', safeHours: 'sesudah malam contoh' },
      family: { name: 'Rahmat Keluargacontoh', phone: '+628111222333' },
    };
    const receipt = await journeys.registered(planted);
    await service.runJobs();
    await journeys.documentCollected(receipt);
    await service.runJobs();
    // an approver: with two officers at work, the lot could fall on the other one
    const [officer, other] = [await service.api('officer'), await service.api('approver')];
    const whereabouts = { kind: 'location', reason: 'Ditunggu keluarga contoh' };
    for (const what of ['second-person-requests', 'danger-openings'])
      await officer.post(`/v1/registrations/${receipt.id}/${what}`).send(whereabouts).expect(201);
    const [row] = await service.query<{ person_id: string; wrapped_key: Buffer }>(
      'SELECT person_id, wrapped_key FROM registration JOIN person ON person.id = person_id WHERE registration.id = $1',
      [receipt.id],
    );
    const { person_id: personId, wrapped_key: wrapped } = row!;
    expect(await sealedUnderNoPerson(service)).toEqual([]);
    expect(await sealedUnder(service, personId)).toEqual(
      expect.arrayContaining([
        'document_application.holder_sealed',
        'identity_evidence.statement_sealed',
        'person.identity_sealed',
        'travel_document.content_sealed',
        'second_person_request.reason_sealed',
      ]),
    );
    expect(await tablesWith(service, wrapped)).toEqual(['public.person']);
    const person = await service.person(receipt);
    await act(person, 'confirmation', (await ask(person)).version).expect(200);
    await service.query(
      "UPDATE travel_document SET status = 'void', ended_at = now() WHERE registration_id = $1",
      [receipt.id],
    );
    await service.query('UPDATE erasure SET due_at = now() WHERE registration_id = $1', [receipt.id]);
    await wished();
    await service.runJobs();
    expect((await stored(receipt.id))['wrapped_key']).toBeNull();
    const texts = [
      ...Object.values(planted).flatMap((value) => (typeof value === 'string' ? [value] : [])),
      ...[
        'Zubaidah',
        'Indukcontoh',
        '97765432',
        'Keluargacontoh',
        '8111222333',
        'malam contoh',
        'keluarga contoh',
      ],
    ];
    expect(await tablesWith(service, wrapped, ...texts)).toEqual([]);
    const { body } = await other.get('/v1/second-person-requests').expect(200);
    expect(body).toMatchObject({ items: [{ state: 'opened', reason: null }] });
  });

  it('is not carried out when it was only asked, or taken back, and needs the version that was seen', async () => {
    const receipt = await service.register();
    const person = await service.person(receipt);
    await act(person, 'confirmation', 1).expect(409);
    const asked = await ask(person);
    await act(person, 'confirmation', 7).expect(412);
    const { version } = (await act(person, 'confirmation', asked.version).expect(200))
      .body as ErasureResponse;
    await act(person, 'confirmation', version).expect(409);
    await act(person, 'cancellation', version).expect(200);
    await passDay(receipt.id);
    await ask(person);
    await wished();
    expect((await stored(receipt.id))['wrapped_key']).not.toBeNull();
  });

  it('waits while a travel document of ours is good, says so and until when, and then goes on by itself', async () => {
    const receipt = await journeys.registered();
    await journeys.documentIssued(receipt);
    const person = await service.person(receipt);
    const asked = await ask(person);
    const kept = (await act(person, 'confirmation', asked.version).expect(200)).body as ErasureResponse;
    expect(kept.keptBecause).toBe('travel-document-valid');
    expect(kept.dueAt).toBe(kept.keptUntil);
    await service.query('UPDATE erasure SET due_at = now() WHERE registration_id = $1', [receipt.id]);
    await wished();
    expect((await stored(receipt.id))['wrapped_key']).not.toBeNull();
    await service.query(
      "UPDATE travel_document SET status = 'void', ended_at = now() WHERE registration_id = $1",
      [receipt.id],
    );
    await service.query('UPDATE erasure SET due_at = now() WHERE registration_id = $1', [receipt.id]);
    await wished();
    expect((await stored(receipt.id))['wrapped_key']).toBeNull();
  });

  it('comes by itself to cases that ended longer ago than the post keeps them, and to no others', async () => {
    const [old, recent, open] = [
      await service.register(),
      await service.register(),
      await service.register(),
    ];
    for (const [{ id }, days] of [
      [old, 731],
      [recent, 729],
    ] as const)
      await service.query(
        "UPDATE registration SET status = 'withdrawn', closed_at = now() - make_interval(days => $2) WHERE id = $1",
        [id, days],
      );
    await service.app.get(ErasureTimetable).eraseKeptLong();
    expect((await stored(old.id))['wrapped_key']).toBeNull();
    expect((await stored(recent.id))['wrapped_key']).not.toBeNull();
    expect((await stored(open.id))['wrapped_key']).not.toBeNull();
  });

  it('comes sooner where the administrator says so, who saw first what that does, and not within a day', async () => {
    const administrator = await service.api('administrator');
    const read = async () => (await administrator.get('/v1/retention').expect(200)).body as RetentionResponse;
    const ended = await service.register();
    const over = (days: number) =>
      service.query(
        "UPDATE registration SET status = 'withdrawn', closed_at = now() - make_interval(days => $2) WHERE id = $1",
        [ended.id, days],
      );
    await over(100);
    const before = await read();
    expect(before.items.slice(0, 2)).toEqual([
      { kind: 'cases', days: 730, least: 30, most: 3650 },
      { kind: 'messages', days: 90, least: 7, most: 365 },
    ]);
    const wanted = { caseDays: 99, messageDays: 90 };
    const { body } = await administrator.post('/v1/retention/preview').send(wanted).expect(200);
    const { casesDue, casesDueThen } = body as RetentionEffectResponse;
    const casesSeen = casesDueThen - casesDue;
    expect(casesSeen).toBeGreaterThan(0);
    const change = (version: number, more: object) =>
      administrator
        .put('/v1/retention')
        .set('if-match', `"v${version}"`)
        .send({ ...wanted, casesSeen, ...more });
    for (const caseDays of [29, 3651]) await change(before.version, { caseDays }).expect(422);
    const refused = await change(before.version, { casesSeen: casesSeen - 1 }).expect(409);
    expect(refused.body).toMatchObject({ code: 'more-becomes-due' });
    expect(await read()).toEqual(before);
    const changes = await Promise.all([1, 2].map(() => change(before.version, {})));
    expect(changes.map(({ status }) => status).sort()).toEqual([200, 412]);
    const timetable = service.app.get(ErasureTimetable);
    await timetable.eraseKeptLong();
    expect((await stored(ended.id))['wrapped_key']).not.toBeNull();
    await service.query("UPDATE post SET retention_changed_at = now() - interval '25 hours'");
    await timetable.eraseKeptLong();
    expect((await stored(ended.id))['wrapped_key']).toBeNull();
    const [event] = await service.query<{ detail: object; actor_kind: string }>(
      "SELECT actor_kind, detail FROM audit_event WHERE action = 'retention.changed'",
    );
    expect(event).toMatchObject({
      actor_kind: 'administrator',
      detail: { caseDays: 99, caseDaysBefore: 730, casesBecomeDue: casesSeen },
    });
  });

  it('by period is shown to administrators, tried out and confirmed on a page', async () => {
    const administrator = await desk(service, 'administrator');
    const page = (await administrator.get('/console/retention').expect(200)).text;
    expect(page).toContain('Always');
    const fields = hiddenFields(page);
    const wrong = await administrator
      .post('/console/retention', { ...fields, caseDays: 'many', messageDays: '90' })
      .expect(422);
    expect(wrong.text).toContain('id="caseDays-error"');
    const tried = await administrator
      .post('/console/retention', { ...fields, caseDays: '400', messageDays: '30' })
      .expect(200);
    expect(tried.text).toContain('Nothing is erased within a day of the change');
    const confirm = hiddenFields(tried.text);
    await administrator.post('/console/retention/change', confirm).expect(303);
    expect((await administrator.get('/console/retention').expect(200)).text).toContain('400 days');
    const late = await administrator.post('/console/retention/change', confirm).expect(412);
    expect(late.text).toContain('data-refused');
    for (const role of ['officer', 'supervisor', 'auditor'])
      await (await desk(service, role)).get('/console/retention').expect(403);
  });
});
