import type { Translator } from '../../platform/i18n/translator.js';
import type { Visit } from './visit.js';

/** Keeps a language chosen by `?lang=` until the browser is closed; a borrowed phone forgets it with the rest. */
export function rememberLanguage({ request, reply }: Visit, translator: Translator): void {
  const locale = chosenLanguage(request.query, translator);
  if (locale === undefined) return;
  const secure = request.protocol === 'https';
  reply.setCookie('lang', locale, { path: '/', sameSite: 'lax', httpOnly: true, secure });
}

/** The language that addresses carry on, since this browser has not shown yet that it keeps what it is given; mostly none. */
export const carriedLanguage = ({ request }: Visit, translator: Translator): string | undefined =>
  request.cookies?.['lang'] === undefined ? chosenLanguage(request.query, translator) : undefined;

/** @param address one of this site begins with a slash. Those of others, of files, and those that name a language stay as they are */
export function inLanguage(address: string, locale: string | undefined): string {
  if (locale === undefined || !/^\/(?!assets\/)/.test(address) || /[?&]lang=/.test(address)) return address;
  return `${address}${address.includes('?') ? '&' : '?'}lang=${locale}`;
}

/** The same for every way on from a page: its links and its forms. */
export const pageInLanguage = (html: string, locale: string | undefined): string =>
  locale === undefined
    ? html
    : html.replace(
        / (href|action|formaction)="(\/(?!\/)[^"#]*)/g,
        (_, name: string, address: string) => ` ${name}="${inLanguage(address, locale)}`,
      );

function chosenLanguage(query: unknown, translator: Translator): string | undefined {
  const { lang } = (query ?? {}) as { lang?: unknown };
  return translator.languages().find(({ locale }) => locale === lang)?.locale;
}
