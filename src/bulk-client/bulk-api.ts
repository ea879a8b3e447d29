import { setTimeout as sleep } from 'node:timers/promises';
import { CommandFault } from '../platform/command-line/command-fault.js';

/** What the service refused, in its own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

interface ProblemAnswer {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { pointer: string; detail: string }[];
}

const PATIENCE = 20;
const LONGEST_PAUSE_MS = 15_000;

/** How long a service that does not answer is tried again: shorter where it never did, as the address may be wrong. */
export interface Waits {
  neverAnsweredMs: number;
  lostMs: number;
}
const WAITS: Waits = { neverAnsweredMs: 20_000, lostMs: 180_000 };

/** The service as an organisation's program sees it. Lost connections, 429 and 503 are tried again; a session that ended begins anew. */
export class BulkApi {
  private token: string | undefined;
  private answered = false;
  /** Until when a service that does not answer now is tried again. */
  private until: number | undefined;

  constructor(
    private readonly url: string,
    private readonly secret: string,
    private readonly language: string,
    private readonly waits = WAITS,
  ) {}

  /** @throws Refused where the service says no; CommandFault where it does not answer for too long */
  async send<T>(
    method: string,
    path: string,
    { body, ...headers }: { body?: string | FormData; [header: string]: unknown } = {},
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      if (path !== SIGN_IN) this.token ??= await this.signIn();
      const answer = await this.once(method, path, headers as Record<string, string>, body);
      if (answer?.ok) return (answer.status === 204 ? undefined : await content(answer)) as T;
      if (answer?.status === 401 && attempt < PATIENCE && path !== SIGN_IN) {
        this.token = undefined;
        continue;
      }
      if (answer && answer.status !== 429 && answer.status !== 503) throw await refusal(answer);
      if (answer && attempt >= PATIENCE) throw await refusal(answer);
      const longest = answer ? LONGEST_PAUSE_MS : this.timeLeft();
      const wanted = Number(answer?.headers.get('retry-after') ?? 0) * 1000;
      await sleep(Math.min(LONGEST_PAUSE_MS, longest, Math.max(500 * attempt, wanted)));
    }
  }

  /** Says at once that nothing answers and until when it is tried again. @throws CommandFault once that time is over */
  private timeLeft(): number {
    const now = Date.now();
    if (this.until === undefined) {
      this.until = now + (this.answered ? this.waits.lostMs : this.waits.neverAnsweredMs);
      console.error(`No answer from ${this.url}, trying again until ${clockTime(this.until)}.`);
    }
    if (now < this.until) return this.until - now;
    throw new CommandFault(
      this.answered
        ? `${this.url} does not answer any more. Run the same command again later: nobody is registered twice.`
        : `${this.url} does not answer. Is the service running, and is this its address?`,
    );
  }

  private async once(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | FormData | undefined,
  ): Promise<Response | undefined> {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        'accept-language': this.language,
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    }).catch(() => undefined);
    if (answer) [this.answered, this.until] = [true, undefined];
    return answer;
  }

  private async signIn(): Promise<string> {
    const { accessToken } = await this.send<{ accessToken: string }>('POST', SIGN_IN, {
      body: JSON.stringify({ secret: this.secret }),
      'content-type': 'application/json',
    });
    return accessToken;
  }
}

const SIGN_IN = '/v1/sessions/client';

const clockTime = (at: number): string => new Date(at).toLocaleTimeString('en-GB');

const content = (answer: Response): Promise<unknown> =>
  answer.headers.get('content-type')?.includes('json') ? answer.json() : answer.text();

async function refusal(answer: Response): Promise<Refused> {
  const {
    code = 'no-answer',
    title = '',
    detail = '',
    errors = [],
  } = (await answer.json().catch(() => ({}))) as ProblemAnswer;
  const words = [title, ...(errors.length > 0 ? errors.map((error) => error.detail) : [detail])];
  return new Refused(answer.status, code, words.filter(Boolean).join('. '));
}
