import type { Environment } from '../../platform/config/environment.js';
import type { Outcome, Outgoing, Transport } from '../transport/transport.js';

type Settings = Pick<
  Environment,
  'SMS_HTTP_URL' | 'SMS_HTTP_BODY' | 'SMS_HTTP_HEADERS' | 'SMS_HTTP_ID' | 'SMS_HTTP_IDEMPOTENT' | 'SMS_SENDER'
>;

const PATIENCE_MS = 10_000;
const NEVER_ARRIVED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
]);

/** Text messages through a gateway that takes JSON over HTTP. Its own form of the body comes from the environment. */
export class HttpSmsTransport implements Transport {
  readonly gateway = 'http';
  readonly repeatable: boolean;
  private readonly body: unknown;
  private readonly headers: Record<string, string>;

  constructor(private readonly settings: Settings) {
    this.repeatable = settings.SMS_HTTP_IDEMPOTENT;
    this.body = JSON.parse(settings.SMS_HTTP_BODY);
    this.headers = JSON.parse(settings.SMS_HTTP_HEADERS) as Record<string, string>;
  }

  async submit({ key, to, text }: Outgoing): Promise<Outcome> {
    const values = { to, text, from: this.settings.SMS_SENDER, id: key };
    try {
      const answer = await fetch(this.settings.SMS_HTTP_URL!, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, ...this.headers },
        body: JSON.stringify(filled(this.body, values)),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return await this.outcomeOf(answer);
    } catch (error) {
      const cause = (error as { cause?: { code?: string } }).cause?.code ?? '';
      if (NEVER_ARRIVED.has(cause)) return { result: 'again', reason: 'no-connection' };
      return this.doubt('no-answer');
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async outcomeOf(answer: Response): Promise<Outcome> {
    const { status } = answer;
    if (answer.ok) {
      const id = found(await answer.json().catch(() => null), this.settings.SMS_HTTP_ID);
      return { result: 'taken', providerIds: id === undefined ? [] : [id] };
    }
    await answer.body?.cancel();
    if (status === 429 || status === 503) {
      const afterSeconds = Number(answer.headers.get('retry-after')) || undefined;
      return { result: 'again', reason: 'gateway-busy', ...(afterSeconds && { afterSeconds }) };
    }
    return status >= 500 || status === 408
      ? this.doubt('gateway-fault')
      : { result: 'refused', reason: 'gateway-refused' };
  }

  /** A gateway that knows a repetition can be asked again. */
  private doubt(reason: string): Outcome {
    return { result: this.repeatable ? 'again' : 'unsure', reason };
  }
}

/** A template with every {name} in its texts replaced; text stays text, so nothing in it can become structure. */
function filled(template: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof template === 'string')
    return template.replace(/\{(to|text|from|id)\}/g, (_, name: string) => values[name]!);
  if (Array.isArray(template)) return template.map((part) => filled(part, values));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, part]) => [name, filled(part, values)]));
}

/** @param path names and numbers with dots between */
function found(answer: unknown, path: string): string | undefined {
  const value = path
    .split('.')
    .reduce<unknown>(
      (part, name) =>
        typeof part === 'object' && part !== null && Object.hasOwn(part, name)
          ? (part as Record<string, unknown>)[name]
          : undefined,
      answer,
    );
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : undefined;
}
