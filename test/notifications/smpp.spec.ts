import { setTimeout } from 'node:timers/promises';
import { RecipientDirectory } from '../../src/notifications/recipient-directory.js';
import { MESSAGE_REPLIED } from '../../src/notifications/messages.topics.js';
import { MessageReceipts } from '../../src/notifications/receipts/message-receipts.js';
import { HandingOver } from '../../src/notifications/sending/handing-over.js';
import { MessageClaims } from '../../src/notifications/sending/message-claims.js';
import { MessageSender } from '../../src/notifications/sending/message-sender.js';
import { ReceiptAsking } from '../../src/notifications/sending/receipt-asking.js';
import { Environment } from '../../src/platform/config/environment.js';
import { Database } from '../../src/platform/database/database.js';
import { type Announcement, Topics } from '../../src/platform/jobs/topics.js';
import { type Service, startService } from '../support/service.js';
import { receiptOf, startMessageCentre, textOf } from './message-centre.js';
import { messagesOf, newPhone } from './messages-of.js';

const THROTTLED = 0x58;
const REFUSED = 0x0b;
const AMHARIC = 'ቀጠሮዎ ነገ ጠዋት ነው። እባክዎ በሰዓቱ ይምጡ፤ ቀደም ብለው አይምጡ። '.repeat(4).trim();

describe('text messages over SMPP', () => {
  let centre: Awaited<ReturnType<typeof startMessageCentre>>;
  let service: Service;
  let messages: ReturnType<typeof messagesOf>;
  let budi: string;
  const replies: Announcement[] = [];
  beforeAll(async () => {
    centre = await startMessageCentre();
    service = await startService({
      MESSAGES_SMS: 'smpp',
      SMPP_URL: centre.url,
      SMS_PRICE: '0.05',
      MESSAGES_PER_SECOND: '1000',
      MESSAGES_TO_PERSON: '1000',
    });
    messages = messagesOf(service);
    messages.get(Topics).subscribe(MESSAGE_REPLIED, 'test.replied', (payload) => {
      replies.push(payload);
      return Promise.resolve();
    });
    budi = await messages.person();
  });
  afterAll(async () => {
    await service.stop();
    await centre.stop();
  });
  beforeEach(() => {
    centre.behave(() => 0);
    centre.sendReceipts(false);
    centre.taken.length = 0;
  });

  it('say what is to be said, once, and ask for a receipt', async () => {
    const once = await messages.queue(budi);
    await messages.queue(budi, 'document-ready', { once });
    await messages.send();
    await messages.send();
    expect(centre.taken).toHaveLength(1);
    expect(textOf(centre.taken[0]!)).toBe(
      'Surat Anda sudah siap. Silakan ambil pada jam buka: Sen-Sab 09.00-17.00.',
    );
    expect(centre.taken[0]).toMatchObject({ registered_delivery: 1, data_coding: 0, source_addr: 'Info' });
    expect(await messages.row(once)).toMatchObject({ state: 'sent', segments: 1, cost: '0.0500' });
  });

  it('leave the transaction that fails untold', async () => {
    const { Messages } = await import('../../src/notifications/messages.service.js');
    const work = messages.get(Database).transaction([messages.postId], async (tx) => {
      await messages
        .get(Messages)
        .queue(tx, { postId: messages.postId, recipientId: budi, kind: 'come-now', once: 'undone' });
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    await messages.send();
    expect(centre.taken).toEqual([]);
  });

  it.each([true, false])('become delivered or failed by receipts (%s), also early ones', async (early) => {
    centre.sendReceipts(early);
    const once = await messages.queue(budi);
    await messages.send();
    const id = centre.lastId();
    await centre.deliver(receiptOf(id, 0, true));
    expect(await messages.row(once)).toMatchObject({ state: 'delivered' });
    await centre.deliver(receiptOf(id, 0, false));
    expect(await messages.row(once)).toMatchObject({ state: 'delivered' });
  });

  it('are asked about where no receipt comes', async () => {
    const [good, bad] = [await messages.queue(budi), await messages.queue(budi)];
    await messages.send();
    await service.query("UPDATE message SET claimed_at = now() - interval '2 hours' WHERE once = ANY ($1)", [
      [good, bad],
    ]);
    centre.answerQueries((id) => (id === centre.lastId() ? 2 : 5));
    await messages.get(ReceiptAsking).ask();
    expect([(await messages.row(good)).state, (await messages.row(bad)).state].sort()).toEqual([
      'delivered',
      'failed',
    ]);
  });

  it('wait where the centre says that it is too fast, and come back', async () => {
    centre.behave((_, count) => (count <= 2 ? THROTTLED : 0));
    const once = await messages.queue(budi);
    await messages.send();
    expect(await messages.row(once)).toMatchObject({ state: 'sent', attempts: 1 });
    centre.behave(() => THROTTLED);
    const later = await messages.queue(budi);
    await messages.send();
    expect(await messages.row(later)).toMatchObject({ state: 'queued', reason: 'gateway-busy', attempts: 1 });
    expect(centre.taken).toHaveLength(1);
    centre.behave(() => 0);
    await messages.hurry();
    await messages.send();
    expect(await messages.row(later)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('become dead letters where the centre refuses them, until a supervisor sends them again', async () => {
    centre.behave(() => REFUSED);
    const once = await messages.queue(budi);
    await messages.send();
    const { id, version, ...row } = await messages.row(once);
    expect(row).toMatchObject({ state: 'failed', reason: 'gateway-refused' });
    centre.behave(() => 0);
    await messages.sweep();
    expect(centre.taken).toEqual([]);
    const [officer, supervisor] = [await service.api('officer'), await service.api('supervisor')];
    const again = `/v1/messages/${id}/resend`;
    await officer.post(again).set('if-match', `"v${version}"`).expect(403);
    await supervisor.post(again).expect(428);
    await supervisor
      .post(again)
      .set('if-match', `"v${version + 1}"`)
      .expect(412);
    const answer = await supervisor.post(again).set('if-match', `"v${version}"`).expect(200);
    expect(answer.body).toMatchObject({ id, state: 'queued', dead: false });
    await supervisor
      .post(again)
      .set('if-match', answer.headers['etag'] as string)
      .expect(409);
    await messages.send();
    expect(centre.taken).toHaveLength(1);
    expect(await messages.row(once)).toMatchObject({ state: 'sent' });
  });

  it('come back after the line could not be had, and after eight tries are dead', async () => {
    await centre.stop();
    const [once, hopeless] = [await messages.queue(budi), await messages.queue(budi)];
    await service.query('UPDATE message SET attempts = 7 WHERE once = $1', [hopeless]);
    await messages.send();
    expect(await messages.row(once)).toMatchObject({ state: 'queued', reason: 'no-connection', attempts: 1 });
    expect(await messages.row(hopeless)).toMatchObject({ state: 'failed', attempts: 8 });
    await centre.startAgain();
    await setTimeout(1050);
    await messages.hurry();
    await messages.send();
    expect(await messages.row(once)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('are uncertain where the line breaks before the answer, and not sent again unasked', async () => {
    centre.behave(() => 'hang-up');
    const once = await messages.queue(budi);
    await messages.send();
    expect(await messages.row(once)).toMatchObject({ state: 'uncertain', reason: 'no-answer' });
    centre.behave(() => 0);
    await messages.hurry();
    await messages.sweep();
    expect(centre.taken).toHaveLength(1);
  });

  it('are uncertain where the worker is lost between claim and answer, until a receipt tells', async () => {
    const once = await messages.queue(budi);
    await messages.get(MessageClaims).claim(messages.postId, 10);
    expect(await messages.row(once)).toMatchObject({ state: 'sending' });
    await messages.sweep();
    await messages.send();
    expect(await messages.row(once)).toMatchObject({ state: 'sending' });
    await service.query("UPDATE message SET claimed_at = now() - interval '6 minutes' WHERE once = $1", [
      once,
    ]);
    await messages.sweep();
    const { reference, ...row } = await messages.row(once);
    expect(row).toMatchObject({ state: 'uncertain', reason: 'interrupted' });
    expect(centre.taken).toEqual([]);
    await messages
      .get(MessageReceipts)
      .receive({ gateway: 'smpp', providerId: 'SM-unknown', delivered: true, reference });
    expect(await messages.row(once)).toMatchObject({ state: 'delivered' });
  });

  it('are sent by the next worker where the claim itself is lost', async () => {
    const once = await messages.queue(budi);
    const directory = messages.get(RecipientDirectory);
    const held = jest.spyOn(directory, 'resolve').mockImplementationOnce(async (tx) => {
      const [row] = await tx.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
      await service.query('SELECT pg_terminate_backend($1)', [row!.pid]);
      await tx.query('SELECT 1');
      return null;
    });
    await expect(messages.send()).rejects.toThrow();
    held.mockRestore();
    expect(await messages.row(once)).toMatchObject({ state: 'queued', attempts: 0 });
    await messages.send();
    expect(centre.taken).toHaveLength(1);
  });

  it('go once each, whatever number of workers sends them', async () => {
    const most = 120;
    await messages.queueMany(budi, most, 'race');
    const worker = () =>
      new MessageSender(
        messages.get(Topics),
        messages.get(Environment),
        messages.get(Database),
        messages.get(MessageClaims),
        messages.get(HandingOver),
      );
    await Promise.all(Array.from({ length: 4 }, () => worker().send(messages.postId)));
    expect(centre.taken).toHaveLength(most);
    expect(await messages.states('race %')).toEqual({ sent: most });
  });

  it('carry scripts of 16 bits, and long ones whole', async () => {
    const { MessageWords } = await import('../../src/notifications/message-words.js');
    const words = jest.spyOn(messages.get(MessageWords), 'of');
    words.mockReturnValueOnce('သင့်အလှည့် ရောက်တော့မည်။').mockReturnValueOnce(AMHARIC);
    await messages.queue(budi);
    const long = await messages.queue(budi);
    await messages.send();
    words.mockRestore();
    const [burmese, amharic] = centre.taken.sort((a, b) => textOf(a).length - textOf(b).length);
    expect(textOf(burmese!)).toBe('သင့်အလှည့် ရောက်တော့မည်။');
    expect(burmese).toMatchObject({ data_coding: 8 });
    expect(amharic!.message_payload).toBeDefined();
    expect(textOf(amharic!)).toBe(AMHARIC);
    expect(await messages.row(long)).toMatchObject({ state: 'sent', segments: 3, cost: '0.1500' });
  });

  describe('what people answer', () => {
    const from = async () => {
      const phone = newPhone();
      const id = await messages.person({ contact: { method: 'sms', phone } as never });
      const once = await messages.queue(id, 'come-now');
      await messages.send();
      replies.length = 0;
      return { id, once, source_addr: phone.slice(1) };
    };

    it.each([
      ['1', 'on-my-way'],
      ['၂', 'ten-minutes'],
      ['tidak bisa', 'cannot-come'],
      ['where are you', 'other'],
    ])('is understood (%s) and told to the later stages, without their words', async (text, reply) => {
      const { id, source_addr } = await from();
      await centre.deliver({ esm_class: 0, source_addr, short_message: text });
      await service.runJobs();
      expect(replies).toMatchObject([{ recipientId: id, kind: 'come-now', reply }]);
      expect(JSON.stringify(await service.query('SELECT * FROM message_reply'))).not.toContain('where');
    });

    it('is not heard from somebody who was not written to', async () => {
      replies.length = 0;
      await centre.deliver({ esm_class: 0, source_addr: '85599999999', short_message: '1' });
      await service.runJobs();
      expect(replies).toEqual([]);
    });

    it('can be stop, which counts at once, and start', async () => {
      const { id, source_addr } = await from();
      await centre.deliver({ esm_class: 0, source_addr, short_message: 'STOP' });
      const silenced = await messages.queue(id, 'come-now');
      await messages.send();
      expect(await messages.row(silenced)).toMatchObject({ state: 'suppressed', reason: 'stopped' });
      await centre.deliver({ esm_class: 0, source_addr, short_message: 'start' });
      const heard = await messages.queue(id, 'come-now');
      await messages.send();
      expect(await messages.row(heard)).toMatchObject({ state: 'sent' });
    });
  });

  it('keep no number, no name and no words', async () => {
    const phone = newPhone();
    const id = await messages.person({ contact: { method: 'sms', phone } as never });
    const once = await messages.queue(id);
    await messages.send();
    const kept = JSON.stringify([
      await messages.row(once),
      await service.query('SELECT * FROM message_part'),
      await service.query("SELECT * FROM audit_event WHERE action LIKE 'message.%'"),
    ]);
    for (const secret of [phone, phone.slice(1), 'Budi', 'Surat']) expect(kept.includes(secret)).toBe(false);
    expect(kept).toContain(`•••${phone.slice(-3)}`);
  });
});
