import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { get } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Door } from '../../src/platform/overload/door/door.js';
import { buildRegistration, newKey, type Service, startService } from '../support/service.js';

const LOCK = 'BEGIN; LOCK TABLE registration IN SHARE MODE';
/** Places of people who show no credential. */
const PLACES = 4;

describe('a door in front of the service', () => {
  let service: Service;
  let address: AddressInfo;
  beforeAll(async () => {
    service = await startService({ MOST_AT_ONCE: String(PLACES + 1) });
    address = await service.app
      .get(Door)
      .open(service.app, service.gate, { host: '127.0.0.1', port: 0, backlog: 511 });
  });
  afterAll(() => service.stop());

  const report = (): string => {
    const body = JSON.stringify(buildRegistration());
    return (
      `POST /v1/registrations HTTP/1.1\r\nHost: pulang.example\r\nAccept-Language: id\r\nIdempotency-Key: ${newKey()}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
    );
  };
  /** A connection of its own, and all that it has been told. */
  const visitor = () => {
    const socket = connect(address.port, '127.0.0.1').on('error', () => undefined);
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
    const statuses = () => [...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
    return {
      socket,
      statuses,
      heard: () => heard,
      async answered(times: number): Promise<number[]> {
        while (statuses().length < times) await sleep(10);
        return statuses();
      },
    };
  };
  const blocked = async (): Promise<number> =>
    (
      await service.query(
        'SELECT FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0',
      )
    ).length;
  /** Every place is taken, by people who wait for a lock. */
  const fill = async (places = PLACES) => {
    await service.query(LOCK);
    const visitors = Array.from({ length: places }, visitor);
    for (const { socket } of visitors) socket.write(report());
    while ((await blocked()) < places) await sleep(10);
    return visitors;
  };

  it('refuses while the thread that does the work has no time to, in the words of the service', async () => {
    const taken = await fill();
    const flag = new Int32Array(new SharedArrayBuffer(8));
    const asks = new Worker(ASKS, {
      eval: true,
      workerData: { flag, port: address.port, request: report() },
    });
    await once(asks, 'message');
    // this thread is the service's
    const outcome = Atomics.wait(flag, 0, 0, 20_000);
    expect([outcome, flag[1]]).toEqual(['ok', 503]);
    const [atTheDoor] = (await once(asks, 'message')) as [string];
    await asks.terminate();
    const inPieces = visitor();
    inPieces.socket.write('POST');
    await sleep(50);
    inPieces.socket.write(report().slice('POST'.length));
    expect(await inPieces.answered(1)).toEqual([503]);
    await service.query('COMMIT');
    const [door, inside] = [atTheDoor, inPieces.heard()].map(read);
    expect(door).toEqual(inside);
    expect(door!.problem).toMatchObject({ status: 503, code: 'busy' });
    expect(door!.headers).toMatchObject({ 'retry-after': '5', 'content-language': 'id' });
    for (const visitor of taken) expect(await visitor.answered(1)).toEqual([201]);
  });

  it('answers what comes on one connection in its order, though there is no room for what came later', async () => {
    const [first] = await fill();
    first!.socket.write(report());
    const second = visitor();
    second.socket.write(report());
    expect(await second.answered(1)).toEqual([503]);
    second.socket.write(report());
    expect(await second.answered(2)).toEqual([503, 503]);
    await service.query('COMMIT');
    expect(await first!.answered(2)).toEqual([201, 503]);
    second.socket.write(report());
    expect(await second.answered(3)).toEqual([503, 503, 201]);
  });

  it('closes behind whoever wants to be told once only', async () => {
    const taken = await fill();
    const { socket, answered } = visitor();
    socket.write(report().replace('Host:', 'Connection: close\r\nHost:'));
    await once(socket, 'close');
    expect(await answered(1)).toEqual([503]);
    await service.query('COMMIT');
    for (const visitor of taken) await visitor.answered(1);
  });

  it('gives the places of those again who have gone', async () => {
    const taken = await fill();
    for (const { socket } of taken) socket.destroy();
    await service.query('COMMIT');
    while ((await blocked()) > 0) await sleep(10);
    const again = await fill();
    await service.query('COMMIT');
    for (const visitor of again) expect(await visitor.answered(1)).toEqual([201]);
  });

  it('lets by what it cannot be sure of, and the service decides', async () => {
    const taken = await fill();
    const inPieces = visitor();
    const request = report();
    for (let sent = 0; sent < request.length; sent += 100) {
      inPieces.socket.write(request.slice(sent, sent + 100));
      await sleep(2);
    }
    expect(await inPieces.answered(1)).toEqual([503]);
    const rubbish = visitor();
    rubbish.socket.write('\0\r\n\r\n');
    expect(await rubbish.answered(1)).toEqual([400]);
    const halfClosed = visitor();
    halfClosed.socket.end('GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(halfClosed.socket, 'close');
    expect(halfClosed.statuses()).toEqual([200]);
    await service.query('COMMIT');
    for (const visitor of taken) await visitor.answered(1);
  });

  it('says where somebody comes from', async () => {
    const left = (localAddress: string) =>
      new Promise<number>((resolve, reject) =>
        get({ port: address.port, localAddress, path: '/v1/posts' }, (answer) => {
          answer.resume();
          resolve(Number(answer.headers['x-ratelimit-remaining']));
        }).on('error', reject),
      );
    const first = await left('127.0.0.77');
    expect(await left('127.0.0.77')).toBe(first - 1);
    expect(await left('127.0.0.78')).toBe(first);
  });

  it('counts everybody who was refused, by it or by the service', async () => {
    const metrics = await fetch(`http://127.0.0.1:${address.port}/metrics`);
    expect(Number(/^pulang_requests_refused_total (\d+)$/m.exec(await metrics.text())?.[1])).toBe(REFUSED);
  });

  it('is shut before the service ends, and leaves nothing behind', async () => {
    const path = service.app.getHttpServer().address() as unknown as string;
    expect(existsSync(path)).toBe(true);
    const open = visitor();
    open.socket.write('GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(await open.answered(1)).toEqual([200]);
    const closed = once(open.socket, 'close');
    await service.app.close();
    await closed;
    expect(existsSync(dirname(path))).toBe(false);
    const [error] = (await once(connect(address.port, '127.0.0.1'), 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});

/** Of all tests above. */
const REFUSED = 7;
/** An answer without what is another's in each: its time and its request's id, which head and body must name alike. */
function read(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const [, ...lines] = head.split('\r\n');
  const { date, ...headers } = Object.fromEntries(
    lines.map((line) => line.split(': ')).map(([name, value]) => [name!.toLowerCase(), value]),
  ) as Record<string, string>;
  const { requestId, ...problem } = JSON.parse(body) as Record<string, string>;
  expect(headers['x-request-id']).toBe(requestId);
  expect(Date.parse(date!)).not.toBeNaN();
  delete headers['x-request-id'];
  return { headers, problem };
}

/** Sends one request, sets the flag to the answer's status, and tells what it heard. */
const ASKS = `
  const { parentPort, workerData: { flag, port, request } } = require('node:worker_threads');
  const socket = require('node:net').connect(port, '127.0.0.1', () => {
    parentPort.postMessage('here');
    setTimeout(() => socket.write(request), 100);
  });
  let heard = '';
  socket.on('data', (bytes) => {
    heard += bytes;
    if (!heard.endsWith('}')) return;
    Atomics.store(flag, 1, Number(heard.slice(9, 12)));
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
    parentPort.postMessage(heard);
  });`;
