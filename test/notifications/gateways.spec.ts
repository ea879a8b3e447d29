import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { sign } from '../../src/notifications/webhooks/webhook-signature.js';
import { type Service, startService } from '../support/service.js';
import { messagesOf, newPhone } from './messages-of.js';

const SECRET = 'a-secret-of-thirty-two-characters';

interface Taken {
  headers: IncomingHttpHeaders;
  body: { message: { to: string; text: string }; reference: string };
}

/** A gateway on loopback. `status` answers; 0 hangs up instead. */
async function startGateway() {
  const taken: Taken[] = [];
  const answers = { status: 200, retryAfter: '' };
  let ids = 0;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Taken['body'];
      taken.push({ headers: request.headers, body });
      if (answers.status === 0) return request.socket.destroy();
      response.writeHead(answers.status, {
        'content-type': 'application/json',
        ...(answers.retryAfter && { 'retry-after': answers.retryAfter }),
      });
      return response.end(JSON.stringify({ messages: [{ id: `HTTP-${++ids}` }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`,
    taken,
    answers,
    lastIds: () => [`HTTP-${ids - 1}`, `HTTP-${ids}`] as const,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A mail server on loopback. `code` refuses recipients; `drop` takes the words and hangs up before it says so. */
async function startMailServer() {
  const taken: string[] = [];
  const answers = { code: 0, drop: false };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _, done) =>
      done(username === 'pulang' && password === 'se cret' ? null : new Error('no'), { user: username }),
    onRcptTo: (_, __, done) =>
      done(answers.code ? Object.assign(new Error('no'), { responseCode: answers.code }) : null),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString());
        if (answers.drop) cut();
        else done(null);
      });
    },
  });
  server.on('error', () => undefined);
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  const cut = () => {
    server.server.close();
    sockets.forEach((socket) => socket.destroy());
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://pulang:se%20cret@127.0.0.1:${port}`,
    taken,
    answers,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

describe('messages', () => {
  let gateway: Awaited<ReturnType<typeof startGateway>>;
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  let service: Service;
  let messages: ReturnType<typeof messagesOf>;
  let budi: string;
  let siti: string;
  beforeAll(async () => {
    [gateway, mail] = [await startGateway(), await startMailServer()];
    service = await startService({
      MESSAGES_SMS: 'http',
      SMS_HTTP_URL: gateway.url,
      SMS_HTTP_BODY: '{"message":{"to":"{to}","text":"{text}"},"reference":"{id}"}',
      SMS_HTTP_HEADERS: '{"authorization":"Bearer of-the-gateway"}',
      SMS_HTTP_ID: 'messages.0.id',
      MESSAGES_SECRET: SECRET,
      MESSAGES_EMAIL: 'smtp',
      SMTP_URL: mail.url,
      MESSAGES_PER_SECOND: '1000',
      MESSAGES_TO_PERSON: '1000',
    });
    messages = messagesOf(service);
    budi = await messages.person();
    siti = await messages.person({ contact: { method: 'email', email: 'siti.contoh@example.org' } });
  });
  afterAll(async () => {
    await service.stop();
    await gateway.close();
    await mail.close();
  });
  beforeEach(() => {
    Object.assign(gateway.answers, { status: 200, retryAfter: '' });
    Object.assign(mail.answers, { code: 0, drop: false });
    gateway.taken.length = mail.taken.length = 0;
  });

  const told = async (recipient: string) => {
    const once = await messages.queue(recipient);
    await messages.send();
    return { once, row: await messages.row(once) };
  };
  /** As the gateway would report it. */
  const report = (what: 'receipts' | 'replies', body: object, secret = SECRET, to = 'http', age = 0) => {
    const text = JSON.stringify(body);
    return service
      .everyone()
      .post(`/v1/message-${what}/${to}`)
      .set('content-type', 'application/json')
      .set('x-pulang-signature', sign(secret, Math.floor(Date.now() / 1000) - age, Buffer.from(text)))
      .send(text);
  };

  describe('over an HTTP gateway', () => {
    it('go in its own form, with a key by which it knows a repetition', async () => {
      const { row } = await told(budi);
      expect(row).toMatchObject({ state: 'sent' });
      const [{ headers, body }] = gateway.taken as [Taken];
      expect(body).toEqual({
        message: {
          to: expect.stringMatching(/^\+855/) as string,
          text: expect.stringContaining('Surat') as string,
        },
        reference: `${row.id}-1`,
      });
      expect(headers).toMatchObject({
        'idempotency-key': `${row.id}-1`,
        authorization: 'Bearer of-the-gateway',
      });
    });

    it.each([
      [429, 'queued', 'gateway-busy'],
      [503, 'queued', 'gateway-busy'],
      [400, 'failed', 'gateway-refused'],
      [500, 'uncertain', 'gateway-fault'],
      [0, 'uncertain', 'no-answer'],
    ])('at its answer %i become %s', async (status, state, reason) => {
      Object.assign(gateway.answers, { status, retryAfter: '120' });
      const { row } = await told(budi);
      expect(row).toMatchObject({ state, reason, attempts: 1 });
      if (state === 'queued') expect(row.due_at.getTime()).toBeGreaterThan(Date.now() + 100_000);
    });

    it('become delivered or failed as the gateway reports, which it may do twice', async () => {
      const [good, bad] = [await told(budi), await told(budi)];
      const [first, second] = gateway.lastIds();
      await report('receipts', { id: first, status: 'delivered' }).expect(204);
      await report('receipts', { id: first, status: 'delivered' }).expect(204);
      await report('receipts', { id: second, status: 'undelivered' }).expect(204);
      expect(await messages.row(good.once)).toMatchObject({ state: 'delivered' });
      expect(await messages.row(bad.once)).toMatchObject({ state: 'failed', reason: 'undelivered' });
    });

    it('are found by our own key where the answer was lost', async () => {
      gateway.answers.status = 0;
      const { once, row } = await told(budi);
      await report('receipts', { id: 'HTTP-lost', status: 'delivered', reference: `${row.id}-1` }).expect(
        204,
      );
      expect(await messages.row(once)).toMatchObject({ state: 'delivered' });
    });

    it('are reported by nobody who does not sign', async () => {
      const body = { id: 'HTTP-1', status: 'delivered' };
      await report('receipts', body, 'another-secret-of-thirty-two-characters').expect(401);
      await report('receipts', body, SECRET, 'smpp').expect(401);
      await report('receipts', body, SECRET, 'http', 600).expect(401);
      await service.everyone().post('/v1/message-receipts/http').send(body).expect(401);
      await service
        .everyone()
        .post('/v1/message-replies/http')
        .send({ id: 'x', from: '+8551', text: '1' })
        .expect(401);
      await report('receipts', { ...body, note: 'x'.repeat(20_000) }).expect(413);
    });

    it('are answered, and the same answer counts once', async () => {
      const phone = newPhone();
      await told(await messages.person({ contact: { method: 'sms', phone } }));
      const answer = { id: 'MO-1', from: phone, text: '3' };
      await report('replies', answer).expect(204);
      await report('replies', answer).expect(204);
      const rows = await service.query("SELECT reply FROM message_reply WHERE provider_id = 'MO-1'");
      expect(rows).toEqual([{ reply: 'cannot-come' }]);
    });
  });

  describe('over SMTP', () => {
    it('go as plain text that says nothing of an embassy', async () => {
      const { row } = await told(siti);
      expect(row).toMatchObject({ state: 'sent' });
      const [text] = mail.taken as [string];
      expect(text).toContain('To: siti.contoh@example.org');
      expect(text).toContain('Subject: Pesan untuk Anda');
      expect(text).toContain(`Message-ID: <${row.id}-1@example.org>`);
      expect(text).not.toMatch(/embassy|kedutaan|KBRI|Contoh Budi/i);
    });

    it.each([
      [451, 'queued', 'gateway-busy'],
      [550, 'failed', 'gateway-refused'],
    ])('at its answer %i become %s', async (code, state, reason) => {
      mail.answers.code = code;
      expect((await told(siti)).row).toMatchObject({ state, reason });
    });

    it('are uncertain where the line breaks after the words, and come back where there is none', async () => {
      mail.answers.drop = true;
      expect((await told(siti)).row).toMatchObject({ state: 'uncertain' });
      expect((await told(siti)).row).toMatchObject({ state: 'queued', reason: 'no-connection' });
    });
  });
});
