import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Latencies } from './latencies.js';

export interface Answer<T> {
  status: number;
  body: T;
  etag: string | null;
}

/** An answer that nobody expected: which act, which status, which problem. Holds nothing personal. */
export class UnexpectedAnswer extends Error {
  constructor(act: string, status: number, code: string) {
    super(`${act}: ${status} ${code}`);
    this.name = 'UnexpectedAnswer';
  }
}

interface Call {
  /** Sent as JSON, or as it is where it is a form. */
  body?: unknown;
  ifMatch?: string | null;
  /** Statuses that are fine besides 2xx. */
  also?: number[];
}

interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

const PATIENCE = 12;
const PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** The service as one caller sees it. Tokens are renewed in time; 429, 503 and lost connections are tried again. */
export class Api {
  private token: string | undefined;
  private refreshToken: string | undefined;
  private renewAt = Infinity;
  private renewal: Promise<void> | undefined;

  constructor(
    private readonly base: string,
    private readonly latencies: Latencies,
  ) {}

  /** Gets a token with credentials. @returns the service as that caller sees it */
  async enter(act: string, path: string, credentials: object): Promise<Api> {
    const { body } = await this.send<Tokens>(act, 'POST', path, { body: credentials });
    const api = new Api(this.base, this.latencies);
    api.keep(body);
    return api;
  }

  /** A token in force, for whoever sends requests in a way of their own. */
  async bearer(): Promise<string> {
    await this.inForce();
    return this.token ?? '';
  }

  get<T>(act: string, path: string, call: Call = {}): Promise<Answer<T>> {
    return this.send(act, 'GET', path, call);
  }

  post<T>(act: string, path: string, call: Call = {}): Promise<Answer<T>> {
    return this.send(act, 'POST', path, call);
  }

  async send<T>(act: string, method: string, path: string, call: Call): Promise<Answer<T>> {
    await this.inForce();
    return this.sendNow(act, method, path, call);
  }

  private async sendNow<T>(act: string, method: string, path: string, call: Call): Promise<Answer<T>> {
    const key = randomUUID();
    for (let attempt = 1; ; attempt++) {
      const answer = await this.once<T>(act, method, path, call, key).catch((error: unknown) => {
        if (attempt >= PATIENCE) throw error;
        return undefined;
      });
      if (answer && ((answer.status >= 200 && answer.status < 300) || call.also?.includes(answer.status)))
        return answer;
      const mayTryAgain = !answer || answer.status === 429 || answer.status === 503;
      if (!mayTryAgain || attempt >= PATIENCE)
        throw new UnexpectedAnswer(act, answer?.status ?? 0, codeOf(answer?.body));
      await sleep(Math.max(PAUSE_MS * attempt, Math.min(answer?.retryAfterMs ?? 0, LONGEST_PAUSE_MS)));
    }
  }

  private async once<T>(
    act: string,
    method: string,
    path: string,
    { body, ifMatch }: Call,
    key: string,
  ): Promise<Answer<T> & { retryAfterMs: number }> {
    const started = performance.now();
    const form = body instanceof FormData;
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && !form && { 'content-type': 'application/json' }),
        ...(ifMatch && { 'if-match': ifMatch }),
        ...(method === 'POST' && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
    });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const content: unknown = isJson ? await response.json() : await response.arrayBuffer();
    this.latencies.add(act, performance.now() - started, response.status);
    return {
      status: response.status,
      body: content as T,
      etag: response.headers.get('etag'),
      retryAfterMs: Number(response.headers.get('retry-after') ?? 0) * 1000,
    };
  }

  /** Whoever comes while the token is renewed waits for the next one: theirs may be over. */
  private async inForce(): Promise<void> {
    if (Date.now() > this.renewAt) this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
    await this.renewal;
  }

  private async renew(): Promise<void> {
    const call = { body: { refreshToken: this.refreshToken } };
    const { body } = await this.sendNow<Tokens>('renew', 'POST', '/v1/sessions/renewal', call);
    this.keep(body);
  }

  private keep({ accessToken, refreshToken, expiresIn }: Tokens): void {
    this.token = accessToken;
    this.refreshToken = refreshToken;
    this.renewAt = Date.now() + expiresIn * 500;
  }
}

const codeOf = (body: unknown): string => (body as { code?: string } | undefined)?.code ?? 'no-answer';
