import type { Response } from 'supertest';
import { Database } from '../../src/platform/database/database.js';
import type { RegistrationReceipt } from '../../src/registrations/intake/intake.dto.js';
import { agreed } from '../support/agreed.js';
import { officerElsewhere } from '../support/another-post.js';
import { tablesWith } from '../support/everything-stored.js';
import { type Api, newKey, type Service, startService } from '../support/service.js';
import { untilBlocked } from '../support/until-blocked.js';
import { decide, reportedTwice } from '../duplicates/twice-reported.js';
import { registered, WORD } from './forced-person.js';

describe('new codes for somebody who stands at the counter', () => {
  let service: Service;
  let officer: Api;
  let kiosk: Api;
  beforeAll(async () => {
    service = await startService();
    officer = await service.api('officer');
    kiosk = await service.device('kiosk');
  });
  afterAll(() => service.stop());

  const LOST: object = { reason: 'lost', personIsHere: true };
  const renew = (id: string, version = 1, { as = officer, key = newKey(), body = LOST } = {}) =>
    as
      .post(`/v1/registrations/${id}/access-codes`)
      .set({ 'if-match': `"v${version}"`, 'idempotency-key': key })
      .send(body);
  const enter = (body: object) => service.everyone().post('/v1/registrations/access').send(body);
  const typed = ({ reference, accessCode }: RegistrationReceipt, code = accessCode) =>
    enter({ reference, accessCode: code });
  const scanned = ({ accessSecret }: RegistrationReceipt) => enter({ accessSecret });
  const open = (id: string) =>
    service.query('SELECT id FROM session WHERE subject_id = $1 AND ended_at IS NULL', [id]);
  /** Until so many wait for a lock. */
  const blockedTogether = async (count: number) => {
    const waiting =
      'SELECT FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0';
    for (let tries = 0; tries < 1000 && (await service.query(waiting)).length < count; tries++)
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  /** All of an answer that could tell one from another. */
  const plain = ({ status, text, headers }: Response) => [
    status,
    text.replaceAll(/[0-9a-f-]{36}/g, ''),
    Object.keys(headers).sort(),
  ];

  it('are the only ones that open the registration, and those before are as wrong as any', async () => {
    const before = await registered(service);
    const answer = await renew(before.id).expect(201);
    const after = answer.body as RegistrationReceipt;
    expect(answer.headers['cache-control']).toBe('no-store');
    const { id, reference, receivedAt } = before;
    expect(after).toEqual({
      id,
      reference,
      receivedAt,
      accessCode: expect.stringMatching(/^[0-9B-Z]{5}-[0-9B-Z]{5}$/) as string,
      accessSecret: expect.stringMatching(/^[\w-]{22}$/) as string,
    });
    expect([after.accessCode, after.accessSecret]).not.toEqual([before.accessCode, before.accessSecret]);
    await typed(after).expect(201);
    await scanned(after).expect(201);
    const wrong = plain(await typed(before, 'XXXXX-22222').expect(401));
    expect(plain(await typed(before))).toEqual(wrong);
    expect(plain(await scanned(before))).toEqual(wrong);
    const checkIn = (body: object) =>
      kiosk.post('/v1/check-ins').set('idempotency-key', newKey()).send(body).expect(422);
    const unknown = plain(await checkIn({ reference, accessCode: 'XXXXX-22222' }));
    expect(plain(await checkIn({ reference, accessCode: before.accessCode }))).toEqual(unknown);
    expect(plain(await checkIn({ accessSecret: before.accessSecret }))).toEqual(unknown);
    for (const code of [before, after].flatMap((one) => [one.accessCode, one.accessSecret]))
      expect(await tablesWith(service, code)).toEqual([]);
  });

  it('end every session that was open, and are on record with their reason, for the person too', async () => {
    const before = await registered(service);
    const sessions = [await service.person(before), await service.person(before)];
    const { body: opened } = await typed(before).expect(201);
    const { refreshToken } = opened as { refreshToken: string };
    const stranger = await service.person(await service.register());
    await service.runJobs();
    const sent = () => service.query('SELECT kind FROM message WHERE recipient_id = $1', [before.id]);
    const told = await sent();
    const { body } = await renew(before.id, 1, { body: { reason: 'seen-by-others', personIsHere: true } });
    for (const person of sessions) await person.get('/v1/registrations/own').expect(401);
    await service.everyone().post('/v1/sessions/renewal').send({ refreshToken }).expect(401);
    await stranger.get('/v1/registrations/own').expect(200);
    const person = await service.person(body as RegistrationReceipt);
    const looks = (await person.get('/v1/registrations/own/looks').expect(200)).body as { items: object[] };
    expect(looks.items[0]).toMatchObject({ role: 'officer', action: 'registration.codes-renewed' });
    expect(
      await service.query(
        "SELECT detail, actor_kind FROM audit_event WHERE action = 'registration.codes-renewed' AND subject_id = $1",
        [before.id],
      ),
    ).toEqual([{ detail: { reason: 'seen-by-others' }, actor_kind: 'officer' }]);
    await service.runJobs();
    expect(await sent()).toEqual(told);
  });

  it('leave the help word and what it shows as they were', async () => {
    const before = await registered(service);
    const forced = service.as(
      ((await typed(before, WORD).expect(201)).body as { accessToken: string }).accessToken,
    );
    const held = (await forced.get('/v1/registrations/own').expect(200)).body as object;
    await renew(before.id).expect(201);
    await forced.get('/v1/registrations/own').expect(401);
    const { body: again } = await typed(before, WORD).expect(201);
    const shown = await service
      .as((again as { accessToken: string }).accessToken)
      .get('/v1/registrations/own')
      .expect(200);
    expect(shown.body).toEqual(held);
    expect(JSON.stringify(shown.body)).not.toContain('guest house');
  });

  it('show nobody where the person is: they were in the hands of staff, who see that by two; a new place is told, and not shown', async () => {
    const before = await service.register({ whereNow: 'Rumah Contoh', whereHeld: 'Gedung Contoh' });
    const ownOf = async (receipt: RegistrationReceipt) =>
      (await (await service.person(receipt)).get('/v1/registrations/own').expect(200)).body as object;
    expect(await ownOf(before)).toMatchObject({ location: { whereNow: 'Rumah Contoh' } });
    const after = (await renew(before.id).expect(201)).body as RegistrationReceipt;
    expect(await ownOf(after)).toMatchObject({ location: { unshown: ['whereNow', 'whereHeld'] } });
    const person = await service.person(after);
    const moved = await person
      .patch('/v1/registrations/own/contact')
      .set('if-match', '"v2"')
      .send({ method: 'none', whereNow: 'Tempat Baru' })
      .expect(200);
    expect(moved.text + JSON.stringify(await ownOf(after))).not.toMatch(/Rumah|Gedung|Tempat Baru/);
    await agreed(officer, await service.api('approver'), before.id, 'location');
    const shown = await officer
      .post(`/v1/registrations/${before.id}/disclosures`)
      .send({ parts: ['location'], reason: 'The shelter asks' })
      .expect(200);
    expect(shown.body).toEqual({ location: { whereNow: 'Tempat Baru', whereHeld: 'Gedung Contoh' } });
  });

  it('are given once for each request, and only by whoever looked at the case as it is', async () => {
    const { id } = await service.register();
    const key = newKey();
    const first = await renew(id, 1, { key }).expect(201);
    expect((await renew(id, 1, { key }).expect(201)).body).toEqual(first.body);
    expect(
      (await renew(id, 1, { key, body: { ...LOST, reason: 'unreadable' } }).expect(422)).body,
    ).toMatchObject({ code: 'idempotency-key-reused' });
    await renew(id, 1).expect(412);
    await officer.post(`/v1/registrations/${id}/access-codes`).set('if-match', '"v2"').send(LOST).expect(400);
    await officer
      .post(`/v1/registrations/${id}/access-codes`)
      .set('idempotency-key', newKey())
      .send(LOST)
      .expect(428);
    for (const [body, pointer] of [
      [{ ...LOST, reason: 'because' }, '/reason'],
      [{ reason: 'lost' }, '/personIsHere'],
      [{ ...LOST, personIsHere: false }, '/personIsHere'],
    ] as const)
      expect((await renew(id, 2, { body }).expect(422)).body).toMatchObject({ errors: [{ pointer }] });
    await renew(id, 2, { as: await service.api('protection') }).expect(201);
  });

  it('are not for others to give', async () => {
    const receipt = await service.register();
    for (const role of ['approver', 'supervisor', 'administrator', 'auditor', 'client'] as const)
      await renew(receipt.id, 1, { as: await service.api(role) }).expect(403);
    await renew(receipt.id, 1, { as: await service.person(receipt) }).expect(403);
    await renew(receipt.id, 1, { as: service.everyone() }).expect(401);
    await renew(receipt.id, 1, { as: await officerElsewhere(service) }).expect(404);
    await service.query(
      "UPDATE session SET second_factor = 'given', confirmed_at = now() - interval '16 minutes'",
    );
    expect((await renew(receipt.id).expect(403)).body).toMatchObject({ code: 'second-factor-again' });
    await service.query("UPDATE session SET second_factor = 'none', confirmed_at = now()");
    await scanned(receipt).expect(201);
  });

  it('close those of a case that was merged into this one, which shows the same appointment', async () => {
    const supervisor = await service.api('supervisor');
    const { first, second, pair } = await reportedTwice(service, supervisor);
    await decide(supervisor, pair, { decision: 'same', keep: first.id, reason: 'Both receipts' }).expect(200);
    await service.runJobs();
    const person = await service.person(second);
    const { body: seen } = await officer.get(`/v1/registrations/${first.id}`).expect(200);
    const { body } = await renew(first.id, (seen as { version: number }).version).expect(201);
    await person.get('/v1/registrations/own').expect(401);
    for (const call of [typed(second), scanned(second), typed(first), scanned(first)]) await call.expect(401);
    await scanned(body as RegistrationReceipt).expect(201);
    expect(await open(second.id)).toEqual([]);
  });

  it.each(['withdrawn', 'merged', 'closed'])('are refused where the case is %s', async (status) => {
    const receipt = await service.register();
    await service.query(
      `UPDATE registration SET status = $2, closed_at = now(), closed_as = CASE $2 WHEN 'closed' THEN 'departed' END WHERE id = $1`,
      [receipt.id, status],
    );
    expect((await renew(receipt.id).expect(409)).body).toMatchObject({ code: 'not-open' });
    await scanned(receipt).expect(201);
  });

  it('are one set, however many ask at once', async () => {
    const before = await service.register();
    const answers = await Promise.all(Array.from({ length: 6 }, () => renew(before.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412, 412, 412]);
    const { body } = answers.find(({ status }) => status === 201)!;
    await scanned(body as RegistrationReceipt).expect(201);
    await scanned(before).expect(401);
  });

  it('wait for a sign-in that came before and end it, and one that comes later finds nothing', async () => {
    const before = await service.register();
    const database = service.app.get(Database);
    const locked = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    // the sign-in has found the codes and cannot write its session yet
    const holder = database.transaction([], async (tx) => {
      await tx.query('LOCK TABLE session IN SHARE MODE');
      locked.resolve();
      await released.promise;
    });
    await locked.promise;
    const early = scanned(before).then((answer) => answer);
    expect(await untilBlocked(service.query, early)).toBe(true);
    const renewal = renew(before.id).then((answer) => answer);
    await blockedTogether(2);
    released.resolve();
    await holder;
    expect([(await early).status, (await renewal).status]).toEqual([201, 201]);
    await typed(before).expect(401);
    const { accessToken } = (await early).body as { accessToken: string };
    await service.as(accessToken).get('/v1/registrations/own').expect(401);
    expect(await open(before.id)).toEqual([]);
  });

  it('survive many rounds of sign-ins against renewals with no session of the codes before', async () => {
    let receipt = await service.register();
    for (let round = 1; round <= 20; round++) {
      const before = receipt;
      const [{ body }] = await Promise.all([
        renew(before.id, round).expect(201),
        ...[typed(before), scanned(before), scanned(before)].map((call) => call.then(() => undefined)),
      ]);
      receipt = body as RegistrationReceipt;
      expect(await open(before.id)).toEqual([]);
    }
  });
});
