import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Admission } from '../admission.js';
import { BusyAnswers } from '../busy-answer.js';
import { ConnectionLedger } from './connection-ledger.js';
import { readIntroduction } from './introduction.js';
import { Visitor } from './visitor.js';

const MEGABYTE = 1024 * 1024;

describe('one connection at the door', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pulang-door-test-'));
  const service = join(folder, 'service');
  const work = {
    admission: new Admission(10),
    answers: new BusyAnswers({ texts: { en: ['{', '}'] }, baseLocale: 'en' }),
    ledger: new ConnectionLedger(),
    service,
    patienceMs: 72_000,
    soon: (act: () => void) => void setTimeout(act, 1),
  };
  let inside: Server;
  let door: Server;
  /** The service's end of the connection that came last. */
  let arrived: Promise<Socket>;

  beforeAll(async () => {
    inside = createServer({ allowHalfOpen: true }).listen(service);
    door = createServer({ allowHalfOpen: true }, (client) => void new Visitor(client, work));
    door.listen(0, '127.0.0.1');
    await Promise.all([once(inside, 'listening'), once(door, 'listening')]);
  });
  beforeEach(() => {
    arrived = once(inside, 'connection').then(([socket]) => (socket as Socket).on('error', () => undefined));
  });
  afterAll(() => {
    inside.close();
    door.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const come = (): Socket =>
    connect({
      port: (door.address() as AddressInfo).port,
      host: '127.0.0.1',
      allowHalfOpen: true,
    }).on('error', () => undefined);
  /** Everything until the other end has said its last, with rests in between. */
  async function readSlowly(socket: Socket): Promise<Buffer> {
    const read: Buffer[] = [];
    for await (const bytes of socket) {
      read.push(bytes as Buffer);
      if (read.length % 16 === 1) await sleep(1);
    }
    return Buffer.concat(read);
  }
  const fingerprint = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  it('brings every byte to both sides, however slowly they are taken, and ends when both have', async () => {
    const up = Buffer.alloc(6 * MEGABYTE, 'up and away ');
    const down = Buffer.alloc(5 * MEGABYTE, 'down and home ');
    const client = come();
    client.end(up);
    const server = await arrived;
    const [there, here] = await Promise.all([
      readSlowly(server).then((bytes) => {
        server.end(down);
        return bytes;
      }),
      readSlowly(client),
    ]);
    const { address, number, rest } = readIntroduction(there)!;
    expect([address, number]).toEqual(['127.0.0.1', expect.any(Number)]);
    expect(fingerprint(rest)).toBe(fingerprint(up));
    expect(fingerprint(here)).toBe(fingerprint(down));
  });

  it('is over for the service when the client is gone, and for the client when the service is', async () => {
    const gone = come();
    gone.write('POST');
    const left = once((await arrived).resume(), 'end');
    gone.destroy();
    await left;

    for (const leave of ['destroy', 'end'] as const) {
      arrived = once(inside, 'connection').then(([socket]) => socket as Socket);
      const stays = come();
      stays.write('POST');
      (await arrived).resume()[leave]();
      await once(stays.resume(), 'end');
      // nobody is there any more, though we have not hung up
      while (!stays.destroyed) {
        stays.write('anything');
        await sleep(1);
      }
    }
  });

  it('counts a request as on its way until the service has met it or the connection is over', async () => {
    for (let place = 0; place < 7; place++) work.admission.enter(false);
    const client = come();
    const request = 'GET /v1/posts HTTP/1.1\r\nHost: a\r\n\r\n';
    client.write(request);
    const server = await arrived;
    const read = once(
      server.on('end', () => server.end()),
      'data',
    );
    // a second one, before the first is answered: there is one to meet at a time
    client.write(request);
    await read;
    expect(work.admission.hasRoom(false)).toBe(false);
    client.destroy();
    while (!work.admission.hasRoom(false)) await sleep(1);
    for (let place = 0; place < 7; place++) work.admission.leave();
  });
});
