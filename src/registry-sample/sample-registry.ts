import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RegistryQuestion } from '../identity/registry/citizen-registry.js';
import { Citizens } from './citizens.js';

/** How it behaves; can be changed while it runs. */
export interface Behaviour {
  /** Before every answer. */
  delayMs: number;
  /** Answers with this status instead, or cuts the line. */
  fails: number | 'cut' | undefined;
  /** Every n-th question is answered later, under a ticket; 0 for none. */
  lateEvery: number;
  /** How much later. */
  lateMs: number;
}

export interface SampleRegistry {
  url: string;
  behaviour: Behaviour;
  citizens: Citizens;
  /** What came in: how many questions each call held. */
  calls: number[];
  stop(): Promise<void>;
}

const LARGEST = 1024 * 1024;

/**
 * A citizen registry for demonstrations and tests: real HTTP on this machine alone, made-up citizens. It speaks what
 * `http-citizen-registry.ts` asks, and can be slow, fail, or answer late.
 */
export async function startSampleRegistry(
  token: string,
  behaviour: Partial<Behaviour> = {},
  citizens = new Citizens(),
): Promise<SampleRegistry> {
  const now: Behaviour = { delayMs: 0, fails: undefined, lateEvery: 0, lateMs: 0, ...behaviour };
  const late = new Map<string, { question: RegistryQuestion; from: number }>();
  const calls: number[] = [];
  let asked = 0;

  const answer = (key: string, question: RegistryQuestion) => {
    const person = citizens.find(question);
    return person ? { key, status: 'found', person } : { key, status: 'none' };
  };
  const query = (question: RegistryQuestion) => {
    asked += 1;
    if (now.lateEvery === 0 || asked % now.lateEvery > 0) return answer(question.key, question);
    const ticket = randomUUID();
    late.set(ticket, { question, from: Date.now() + now.lateMs });
    return { key: question.key, status: 'later', ticket };
  };
  const collect = (ticket: string) => {
    const kept = late.get(ticket);
    if (!kept) return { key: ticket, status: 'none' };
    return kept.from > Date.now() ? { key: ticket, status: 'later', ticket } : answer(ticket, kept.question);
  };

  const server = createServer((request, response) => {
    const serve = async () => {
      const { queries = [], tickets = [] } = (await jsonOf(request)) as {
        queries?: RegistryQuestion[];
        tickets?: string[];
      };
      calls.push(queries.length + tickets.length);
      await sleep(now.delayMs);
      if (now.fails === 'cut') return void request.socket.destroy();
      const send = (status: number, value: object) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
      if (now.fails !== undefined) return send(now.fails, { error: 'made to fail' });
      if (!knows(request.headers.authorization, token)) return send(401, { error: 'unknown token' });
      if (request.url === '/v1/answers') return send(200, { answers: tickets.map(collect) });
      if (request.url !== '/v1/queries') return send(404, { error: 'no such thing' });
      const answers = queries.map(query);
      send(answers.some(({ status }) => status === 'later') ? 202 : 200, { answers });
    };
    serve().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    behaviour: now,
    citizens,
    calls,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function knows(header: string | undefined, token: string): boolean {
  const [given, expected] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function jsonOf(request: IncomingMessage): Promise<object> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LARGEST) throw new Error('too large');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString()) as object;
}
