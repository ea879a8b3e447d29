import type { FastifyRequest } from 'fastify';
import { negotiateLocale } from '../i18n/locale-negotiation.js';
import type { Translator } from '../i18n/translator.js';

/** The language to answer in: `?lang=`, the cookie `lang`, then the browser's languages, then English. */
export function requestLocale(
  request: FastifyRequest,
  translator: Translator,
  reader: 'everyone' | 'staff' = 'everyone',
): string {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  return negotiateLocale(
    {
      chosen: [typeof lang === 'string' ? lang : undefined, request.cookies?.['lang']],
      acceptLanguage: request.headers['accept-language'],
    },
    translator.languages(reader).map(({ locale }) => locale),
    translator.baseLocale,
  );
}
