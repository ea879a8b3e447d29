import { MessageReplies } from '../../src/notifications/replies/message-replies.js';
import { HandingOver } from '../../src/notifications/sending/handing-over.js';
import { MessageClaims } from '../../src/notifications/sending/message-claims.js';
import type { ContactRequest } from '../../src/registrations/intake/intake.dto.js';
import { hiddenFields, visitor } from '../support/page-reader.js';
import { type Service, startService } from '../support/service.js';
import { messagesOf, newPhone } from './messages-of.js';

describe('a number that somebody else has now', () => {
  let service: Service;
  let messages: ReturnType<typeof messagesOf>;
  beforeAll(async () => {
    service = await startService();
    messages = messagesOf(service);
  });
  afterAll(() => service.stop());

  /** Somebody who was written to at their phone, at their own pages. */
  async function writtenTo(contact: Partial<ContactRequest> = {}) {
    const phone = newPhone();
    const receipt = await service.register({ contact: { method: 'phone', phone, ...contact } });
    await messages.queue(receipt.id, 'come-now');
    await messages.send();
    const person = visitor(service);
    await person.post('/status/sign-in', { secret: receipt.accessSecret }).expect(303);
    const change = async (fields: object) => {
      const { text } = await person.get('/status/contact').expect(200);
      await person.post('/status/contact', { ...hiddenFields(text), phone, ...fields }).expect(303);
    };
    return { id: receipt.id, phone, person, change };
  }
  const answer = (from: string) =>
    messages.get(MessageReplies).receive({ gateway: 'demonstration', providerId: null, from, text: '3' });
  const answers = (id: string) =>
    service.query(
      'SELECT reply FROM message_reply JOIN message m ON m.id = message_id WHERE recipient_id = $1',
      [id],
    );

  it('is forgotten where another way is chosen, though it still stands in its hidden field', async () => {
    const { id, phone, person, change } = await writtenTo();
    const waiting = await messages.queue(id, 'document-ready');
    await change({ method: 'email', email: 'budi@example.org' });
    await messages.send();
    expect(await messages.row(waiting)).toMatchObject({ channel: 'email', address_masked: 'b•••@•••' });
    expect((await person.get('/status/held').expect(200)).text).not.toContain(phone);
    await change({ method: 'none' });
    const later = await messages.queue(id, 'document-ready');
    await messages.send();
    expect(await messages.row(later)).toMatchObject({ state: 'suppressed', reason: 'no-safe-channel' });
  });

  it('is not written to by a message either that was claimed before it was left', async () => {
    const { id, phone, person, change } = await writtenTo();
    const claims = messages.get(MessageClaims);
    const handOver = messages.get(HandingOver);
    const numberOf = async (once: string) => (await messages.row(once)) as object;
    const waiting = await messages.queue(id, 'document-ready');
    const before = await claims.claim(messages.postId, 50);
    await change({ method: 'phone', phone: newPhone() });
    await handOver.all(before.claimed);
    expect(await messages.row(waiting)).toMatchObject({ state: 'queued', reason: 'changed-meanwhile' });
    await messages.send();
    expect(await numberOf(waiting)).toMatchObject({ state: 'delivered', address_masked: expect.any(String) });
    expect(await numberOf(waiting)).not.toMatchObject({ address_masked: `•••${phone.slice(-3)}` });

    const unwanted = await messages.queue(id, 'document-ready');
    const { claimed } = await claims.claim(messages.postId, 50);
    const fields = hiddenFields((await person.get('/status/withdraw').expect(200)).text);
    await person.post('/status/withdraw', { ...fields, sure: 'yes' }).expect(303);
    await handOver.all(claimed);
    await messages.send();
    expect(await messages.row(unwanted)).toMatchObject({ state: 'suppressed', reason: 'no-consent' });
  });

  it('is not written to at an hour that is not safe any more either, by a message that was claimed before', async () => {
    const { id, change } = await writtenTo();
    const waiting = await messages.queue(id, 'document-ready');
    const { claimed } = await messages.get(MessageClaims).claim(messages.postId, 50);
    const [hours] = await service.query(
      `SELECT to_char(local + interval '2 hours', 'HH24:MI') AS "safeFrom", to_char(local + interval '3 hours', 'HH24:MI') AS "safeTo"
       FROM (SELECT now() AT TIME ZONE time_zone AS local FROM post WHERE id = $1) here`,
      [messages.postId],
    );
    await change({ method: 'phone', ...hours });
    await messages.get(HandingOver).all(claimed);
    expect(await messages.row(waiting)).toMatchObject({ state: 'queued', reason: 'changed-meanwhile' });
    await messages.send();
    expect(await messages.row(waiting)).toMatchObject({ state: 'queued', reason: 'safe-hours' });
  });

  it('answers for the person until they leave it, and no longer', async () => {
    const { id, phone, change } = await writtenTo();
    await answer(phone);
    expect(await answers(id)).toHaveLength(1);
    await change({ method: 'phone', safeHours: 'not at work' });
    await answer(phone);
    expect(await answers(id)).toHaveLength(2);
    await change({ method: 'phone', phone: newPhone() });
    await answer(phone);
    expect(await answers(id)).toHaveLength(2);
  });

  it('is not called or written to where only the other was agreed to', async () => {
    for (const [method, ticked] of [
      ['sms', 'noCalls'],
      ['call', 'noMessages'],
    ] as const) {
      const { person } = await writtenTo({ method });
      const { text } = await person.get('/status/contact').expect(200);
      expect(text).toMatch(new RegExp(`name="${ticked}"[^>]* checked`));
    }
  });
});
