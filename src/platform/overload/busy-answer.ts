import { negotiateLocale } from '../i18n/locale-negotiation.js';
import type { Translator } from '../i18n/translator.js';
import { problemDocument } from '../problems/problem-document.js';
import { Problem } from '../problems/problem.js';

const RETRY_AFTER_SECONDS = 5;

export const BUSY = new Problem('unavailable', 'busy', { retryAfter: RETRY_AFTER_SECONDS });

/** Stands in an answer's text where its request's id comes. */
const ID = '{id}';

/** The problem in each language, as text before and after the request's id. */
export interface BusyWords {
  texts: Record<string, [string, string]>;
  baseLocale: string;
}

export function busyWords(translator: Translator): BusyWords {
  const { baseLocale } = translator;
  const texts: BusyWords['texts'] = {};
  for (const { locale } of translator.languages('everyone')) {
    const [before, after] = JSON.stringify(problemDocument(translator, locale, 503, ID, BUSY)).split(ID);
    texts[locale] = [before!, after!];
  }
  return { texts, baseLocale };
}

/** What chooses the language of an answer. */
export interface Asked {
  url: string;
  cookie?: string | undefined;
  'accept-language'?: string | undefined;
}

/** The same answer as the problem filter's, made with as little work as can be: its words are ready. */
export class BusyAnswers {
  private readonly locales: string[];

  constructor(private readonly words: BusyWords) {
    this.locales = Object.keys(words.texts);
  }

  to(asked: Asked, id: string): { head: Record<string, string>; text: string } {
    const locale = this.localeOf(asked);
    const [before, after] = this.words.texts[locale]!;
    const text = before + id + after;
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
    return { head, text };
  }

  /** As `requestLocale`, of a request that nobody has read yet. */
  private localeOf({ url, cookie = '', 'accept-language': acceptLanguage }: Asked): string {
    const chosen = [/[?&]lang=([\w-]{2,20})/.exec(url)?.[1], /(?:^|; )lang=([\w-]{2,20})/.exec(cookie)?.[1]];
    return negotiateLocale({ chosen, acceptLanguage }, this.locales, this.words.baseLocale);
  }
}
