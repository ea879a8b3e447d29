import { canonicalTag } from './catalogue.js';

export interface LocaleWish {
  /** What the person chose (`?lang=`, then the cookie `lang`), most recent first. */
  chosen: readonly (string | undefined)[];
  acceptLanguage: string | undefined;
}

/** No browser sends more; a longer header is cut, so that reading it stays cheap. */
const LONGEST_HEADER = 400;

/** @returns the available locale that suits best: a choice, then the browser's languages by weight (RFC 9110 12.5.4). */
export function negotiateLocale(wish: LocaleWish, available: readonly string[], fallback: string): string {
  const wanted = [
    ...wish.chosen.filter((tag) => tag !== undefined),
    ...acceptedTags(wish.acceptLanguage ?? ''),
  ];
  for (const tag of wanted) {
    const match = bestMatch(tag, available);
    if (match) return match;
  }
  return fallback;
}

function bestMatch(tag: string, available: readonly string[]): string | undefined {
  const canonical = canonicalTag(tag);
  if (!canonical) return undefined;
  const language = languageOf(canonical);
  return (
    available.find((locale) => locale === canonical) ??
    available.find((locale) => languageOf(locale) === language)
  );
}

function languageOf(tag: string): string {
  return tag.split('-')[0] ?? tag;
}

function acceptedTags(header: string): string[] {
  return header
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map((range) => {
      const [tag = '', weight = ''] = range.split(';');
      return { tag: tag.trim(), weight: weight.trim().startsWith('q=') ? Number(weight.trim().slice(2)) : 1 };
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
