import { randomUUID } from 'node:crypto';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  etag: string | null;
}

/** An answer that nobody expected: which act, which status, which problem. Holds nothing personal. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly act: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(`${act}: ${status} ${code}`);
    this.name = 'UnexpectedAnswer';
  }
}

interface Call {
  body?: unknown;
  ifMatch?: string | null;
  /** Statuses that are fine besides 200, 201 and 204. */
  also?: number[];
}

const PATIENCE = 8;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The service as one caller sees it. Tokens are renewed in time; 429, 503 and lost connections are tried again. */
export class Api {
  private renewAt = Infinity;
  private refreshToken: string | undefined;

  constructor(
    private readonly base: string,
    private readonly latencies: Map<string, number[]>,
    private token?: string,
  ) {}

  /** Signs in and returns the service as that caller sees it. */
  async signIn(path: string, credentials: object): Promise<Api> {
    const { body } = await this.send<Tokens>('sign in', 'POST', path, { body: credentials });
    const api = new Api(this.base, this.latencies);
    api.keep(body);
    return api;
  }

  get<T = Record<string, unknown>>(act: string, path: string, call: Call = {}): Promise<Answer<T>> {
    return this.send(act, 'GET', path, call);
  }

  post<T = Record<string, unknown>>(act: string, path: string, call: Call = {}): Promise<Answer<T>> {
    return this.send(act, 'POST', path, call);
  }

  private async send<T>(act: string, method: string, path: string, call: Call): Promise<Answer<T>> {
    if (Date.now() > this.renewAt) await this.renew();
    const key = randomUUID();
    for (let attempt = 1; ; attempt++) {
      const answer = await this.once<T>(act, method, path, call, key).catch((error: unknown) => {
        if (attempt >= PATIENCE) throw error;
        return undefined;
      });
      if (answer && ((answer.status >= 200 && answer.status < 300) || call.also?.includes(answer.status))) return answer;
      const mayTryAgain = !answer || answer.status === 429 || answer.status === 503;
      if (!mayTryAgain || attempt >= PATIENCE)
        throw new UnexpectedAnswer(act, answer?.status ?? 0, String((answer?.body as { code?: string } | undefined)?.code ?? 'no-answer'));
      await pause(200 * attempt);
    }
  }

  private async once<T>(act: string, method: string, path: string, { body, ifMatch }: Call, key: string): Promise<Answer<T>> {
    const started = performance.now();
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(ifMatch && { 'if-match': ifMatch }),
        ...(method === 'POST' && { 'idempotency-key': key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const times = this.latencies.get(act) ?? [];
    times.push(performance.now() - started);
    this.latencies.set(act, times);
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, body: (isJson && text ? JSON.parse(text) : text) as T, etag: response.headers.get('etag') };
  }

  private async renew(): Promise<void> {
    this.renewAt = Infinity;
    const { body } = await this.send<Tokens>('renew', 'POST', '/v1/sessions/renewal', { body: { refreshToken: this.refreshToken } });
    this.keep(body);
  }

  private keep({ accessToken, refreshToken, expiresIn }: Tokens): void {
    this.token = accessToken;
    this.refreshToken = refreshToken;
    this.renewAt = Date.now() + expiresIn * 500;
  }
}

interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}
