import { DateTime } from 'luxon';
import { Environment } from '../../src/platform/config/environment.js';
import { KIND_RULES } from '../../src/notifications/message-kinds.js';
import { MessageForgetting } from '../../src/notifications/sending/message-forgetting.js';
import { type Browser, signIn } from '../console/staff-pages.js';
import { journeysOf } from '../support/journey.js';
import { type Service, startService } from '../support/service.js';
import { messagesOf, newPhone } from './messages-of.js';

const ZONE = 'Asia/Phnom_Penh';
/** When a message is due that is useful for so many more minutes. */
const usefulFor = (minutes: number) =>
  new Date(Date.now() + (minutes - KIND_RULES['document-ready'].usefulMinutes) * 60_000);
const hour = (plus: number) => DateTime.now().setZone(ZONE).plus({ hours: plus }).toFormat('HH:00');

describe('the outbox of a demonstration', () => {
  let service: Service;
  let messages: ReturnType<typeof messagesOf>;
  let supervisor: Browser;
  beforeAll(async () => {
    service = await startService({ MESSAGES_TO_PERSON: '3', MESSAGES_PER_HOUR: '40' });
    messages = messagesOf(service);
    supervisor = await signIn(service, 'supervisor');
  });
  afterAll(() => service.stop());

  const outcome = async (recipient: string, more: Parameters<typeof messages.queue>[2] = {}) => {
    const once = await messages.queue(recipient, 'document-ready', more);
    await messages.send();
    return messages.row(once);
  };
  const reached = (contact: object) => messages.person({ contact: contact as never });

  it('tells who is booked, who is called forward and whose document is ready, each once', async () => {
    const journeys = await journeysOf(service);
    const contact = { method: 'sms', phone: newPhone() } as const;
    const { id } = await journeys.booked({ contact, language: 'en' });
    const called = await service.api('supervisor');
    await called
      .post('/v1/appointments/call-forward')
      .set('idempotency-key', 'call-forward-of-messages')
      .send({ people: 5 })
      .expect(200);
    await journeys.documentIssued({ id });
    await service.runJobs();
    await service.runJobs();
    const words = await service.query<{ kind: string; words: string; state: string }>(
      `SELECT kind, words, state FROM message JOIN message_shown ON message_id = id
       WHERE recipient_id = $1 ORDER BY queued_at`,
      [id],
    );
    expect(words.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'registered delivered',
      'appointment-booked delivered',
      'come-now delivered',
      'document-ready delivered',
    ]);
    expect(words[1]!.words).toMatch(/^Your appointment: \w+,? \d+ \w+, \d\d:\d\d\. Come at that time/);
    expect(words[2]!.words).toContain('Please come now');
  });

  it('does not ask people to come on days off of the next two weeks', async () => {
    const off = (days: number) =>
      service.query(
        `INSERT INTO holiday (post_id, day, name) SELECT id, (now() AT TIME ZONE time_zone)::date + $1::int, 'Contoh Day'
         FROM post`,
        [days],
      );
    const days = Array.from({ length: 7 }, (_, ahead) => DateTime.now().setZone(ZONE).plus({ days: ahead }));
    const [sunday, open] = [
      days.find(({ weekday }) => weekday === 7)!,
      days.find(({ weekday }) => weekday < 6)!,
    ];
    for (const day of [days.indexOf(sunday), days.indexOf(open), 21]) await off(day);
    const receipt = await service.register({ contact: { method: 'sms', phone: newPhone() } });
    await messages.queue(receipt.id, 'document-ready');
    await messages.send();
    const { body } = await (await service.person(receipt)).get('/v1/messages/own').expect(200);
    const [{ words }] = (body as { items: [{ words: string }] }).items;
    expect(words).toBe(
      `Your paper is ready. Come and collect it while we are open: Mon-Sat 09:00-17:00. Closed: ${open.toFormat('d LLL')}.`,
    );
    await service.query('DELETE FROM holiday');
  });

  it.each<[string, object]>([
    ['no-safe-channel', { method: 'none' }],
    ['no-safe-channel', { method: 'call', phone: '+85512000901' }],
    ['no-safe-channel', { method: 'sms', phone: '+85512000902', noMessages: true }],
  ])('suppresses with a reason: %s', async (reason, contact) => {
    expect(await outcome(await reached(contact))).toMatchObject({ state: 'suppressed', reason });
  });

  it('suppresses what comes too late, and who is not known', async () => {
    const person = await messages.person();
    expect(await outcome(person, { dueAt: usefulFor(-1) })).toMatchObject({
      state: 'suppressed',
      reason: 'expired',
    });
    expect(await outcome('01932f3e-6a3b-7c51-9d2e-2f1b7f0a9c11')).toMatchObject({ reason: 'no-recipient' });
  });

  it('waits for the next safe hour', async () => {
    const [safeFrom, safeTo] = [hour(2), hour(4)];
    const person = await reached({ method: 'sms', phone: newPhone(), safeFrom, safeTo });
    const row = await outcome(person);
    expect(row).toMatchObject({ state: 'queued', reason: 'safe-hours' });
    expect(DateTime.fromJSDate(row.due_at, { zone: ZONE }).toFormat('HH:mm')).toBe(safeFrom);
    const soon = await outcome(person, { dueAt: usefulFor(10) });
    expect(soon).toMatchObject({ state: 'suppressed', reason: 'no-safe-hour' });
  });

  it('keeps the limits of a person and of the post', async () => {
    const person = await messages.person();
    const states = [];
    for (let i = 0; i < 4; i++) states.push((await outcome(person)).reason);
    expect(states).toEqual([null, null, null, 'limit-person']);
    for (let i = 0; i < 15; i++) await messages.queueMany(await messages.person(), 3, `load ${i}`);
    await messages.send();
    const [{ n }] = (await service.query(
      "SELECT count(*)::int AS n FROM message WHERE state = 'delivered'",
    )) as [{ n: number }];
    expect(n).toBe(40);
    expect(await messages.states('load %')).toMatchObject({ queued: expect.any(Number) as number });
  });

  it('leaves room to call people, however many register', async () => {
    const environment = service.app.get(Environment);
    await service.query(
      "UPDATE message SET claimed_at = now() - interval '2 hours' WHERE claimed_at IS NOT NULL",
    );
    await service.query("DELETE FROM message WHERE state = 'queued'");
    environment.MESSAGES_PER_HOUR = 4;
    for (let i = 0; i < 5; i++)
      await messages.queue(await messages.person(), 'registered', { once: `rush ${i}` });
    await messages.send();
    const called = await messages.queue(await messages.person(), 'come-now');
    await messages.send();
    environment.MESSAGES_PER_HOUR = 40;
    expect(await messages.row(called)).toMatchObject({ state: 'delivered' });
    expect(await messages.states('rush %')).toEqual({ delivered: 3, queued: 2 });
  });

  it('sends again by itself what a lost worker left behind, because nothing is really sent', async () => {
    await service.query(
      "UPDATE message SET claimed_at = now() - interval '2 hours' WHERE claimed_at IS NOT NULL",
    );
    const once = await messages.queue(await messages.person());
    await service.query(
      `UPDATE message SET state = 'sending', claimed_at = now() - interval '10 minutes', channel = 'sms',
         gateway = 'demonstration', attempts = 1 WHERE once = $1`,
      [once],
    );
    await messages.sweep();
    expect(await messages.row(once)).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  it('forgets messages after three months', async () => {
    const once = await messages.queue(await messages.person());
    await messages.send();
    await service.query("UPDATE message SET queued_at = now() - interval '91 days' WHERE once = $1", [once]);
    await messages.get(MessageForgetting).forget();
    expect(await messages.row(once)).toBeUndefined();
  });

  it('is a page for staff, with masked addresses and the words as they would have gone', async () => {
    const phone = newPhone();
    await messages.queue(await reached({ method: 'sms', phone }), 'come-now');
    await messages.send();
    const { text } = await supervisor.get('/console/outbox').expect(200);
    expect(text).toContain(`•••${phone.slice(-3)}`);
    expect(text).toContain('Silakan datang sekarang');
    expect(text).not.toContain(phone.slice(1));
  });

  it('is listed for supervisors, page by page, by state, with what it cost', async () => {
    const api = await service.api('supervisor');
    const first = await api.get('/v1/messages?limit=2').expect(200);
    const { items, next } = first.body as { items: { id: string }[]; next: string };
    const second = await api.get(`/v1/messages?limit=2&after=${next}`).expect(200);
    const ids = [...items, ...(second.body as { items: { id: string }[] }).items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    const some = await api.get('/v1/messages?state=suppressed').expect(200);
    expect(new Set((some.body as { items: { state: string }[] }).items.map(({ state }) => state))).toEqual(
      new Set(['suppressed']),
    );
    const figures = await api.get('/v1/messages/figures').expect(200);
    expect(figures.body).toMatchObject({ dead: 0, costToday: 0, currency: 'USD', timeZone: ZONE });
    await (await service.api('officer')).get('/v1/messages').expect(403);
  });

  it('lets supervisors send a dead letter again on their page, once for each look at it', async () => {
    const once = await messages.queue(await messages.person());
    await service.query("UPDATE message SET state = 'failed', reason = 'undelivered' WHERE once = $1", [
      once,
    ]);
    const { id, version } = await messages.row(once);
    const page = await supervisor.get('/console/messages').expect(200);
    expect(page.text).toContain('/console/messages/' + id + '/resend');
    const path = `/console/messages/${id}/resend`;
    await supervisor.post(path, { version: String(version + 1) }).expect(412);
    await supervisor.post(path, { version: String(version) }).expect(303);
    await supervisor.post(path, { version: String(version + 1) }).expect(409);
    await messages.send();
    expect(await messages.row(once)).toMatchObject({ state: 'delivered' });
  });

  it('counts messages in the metrics, and nobody', async () => {
    const { text } = await service.everyone().get('/metrics').expect(200);
    expect(text).toMatch(/pulang_messages_total\{kind="come-now",state="delivered",channel="sms"\} \d/);
  });
});
