import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, type Registry } from 'prom-client';
import { negotiateLocale } from '../i18n/locale-negotiation.js';
import type { Translator } from '../i18n/translator.js';
import { problemDocument } from '../problems/problem-document.js';
import { Problem } from '../problems/problem.js';
import { inBatches } from './in-batches.js';

const RETRY_AFTER_SECONDS = 5;
/** So long a refusal waits for others that are sent with it. */
const BATCH_MS = 10;

export const BUSY = new Problem('unavailable', 'busy', { retryAfter: RETRY_AFTER_SECONDS });

/** Stands in an answer's text where its request's id comes. */
const ID = '{id}';

/**
 * The same answer as the problem filter's, made with as little work as can be: words and headers are ready, and those of
 * some milliseconds are sent together.
 */
export class QuickRefusal {
  private readonly texts = new Map<string, [string, string]>();
  private readonly locales: string[];
  private readonly counter: Counter;
  private readonly soon = inBatches(BATCH_MS);

  constructor(
    private readonly translator: Translator,
    registry: Registry,
  ) {
    this.locales = translator.languages('everyone').map(({ locale }) => locale);
    this.counter = new Counter({
      name: 'pulang_requests_refused_total',
      help: 'Requests that were told to come again because there was no room.',
      registers: [registry],
    });
  }

  send(
    { url, headers }: Pick<IncomingMessage, 'url' | 'headers'>,
    response: ServerResponse,
    id: string,
  ): void {
    const locale = this.localeOf(url ?? '', headers);
    const [before, after] = this.textsOf(locale);
    const text = before + id + after;
    this.counter.inc();
    const head = {
      'retry-after': String(RETRY_AFTER_SECONDS),
      'cache-control': 'no-store',
      'content-language': locale,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(text)),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-request-id': id,
    };
    this.soon(() => response.writeHead(503, head).end(text));
  }

  private textsOf(locale: string): [string, string] {
    let texts = this.texts.get(locale);
    if (!texts) {
      const [before, after] = JSON.stringify(problemDocument(this.translator, locale, 503, ID, BUSY)).split(
        ID,
      );
      texts = [before!, after!];
      this.texts.set(locale, texts);
    }
    return texts;
  }

  /** As `requestLocale`, of a request that nobody has read yet. */
  private localeOf(
    url: string,
    { cookie = '', 'accept-language': acceptLanguage }: IncomingMessage['headers'],
  ) {
    const chosen = [/[?&]lang=([\w-]{2,20})/.exec(url)?.[1], /(?:^|; )lang=([\w-]{2,20})/.exec(cookie)?.[1]];
    return negotiateLocale({ chosen, acceptLanguage }, this.locales, this.translator.baseLocale);
  }
}
