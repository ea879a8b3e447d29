import type { Translator } from '../../platform/i18n/translator.js';
import type { Visit } from './visit.js';

/** Keeps a language chosen by `?lang=` until the browser is closed; a borrowed phone forgets it with the rest. */
export function rememberLanguage({ request, reply }: Visit, translator: Translator): void {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  const chosen = translator.languages().find(({ locale }) => locale === lang);
  if (!chosen) return;
  const secure = request.protocol === 'https';
  reply.setCookie('lang', chosen.locale, { path: '/', sameSite: 'lax', httpOnly: true, secure });
}
