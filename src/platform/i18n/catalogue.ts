/** The words of one language. A language is one file: `catalogues/<locale>.json`. */
export interface Catalogue {
  /** BCP 47 tag, taken from the file's name. */
  locale: string;
  meta: CatalogueMeta;
  /** ICU MessageFormat patterns by flat key. */
  messages: Readonly<Record<string, string>>;
}

export interface CatalogueMeta {
  /** The language's name in the language itself. */
  name: string;
  direction: 'ltr' | 'rtl';
  reviewedByNativeSpeaker: boolean;
}

export class InvalidCatalogueError extends Error {
  constructor(locale: string, fault: string) {
    super(`Catalogue ${locale}: ${fault}`);
    this.name = 'InvalidCatalogueError';
  }
}

/** @throws InvalidCatalogueError where `$meta` is incomplete, the name is no BCP 47 tag or a message is no text. */
export function parseCatalogue(locale: string, json: unknown): Catalogue {
  if (canonicalTag(locale) !== locale)
    throw new InvalidCatalogueError(locale, 'the file name is not a canonical BCP 47 tag');
  if (!isRecord(json)) throw new InvalidCatalogueError(locale, 'not an object');
  const { $meta, ...messages } = json;
  if (!isMeta($meta))
    throw new InvalidCatalogueError(locale, '$meta needs name, direction and reviewedByNativeSpeaker');
  const notText = Object.keys(messages).find((key) => typeof messages[key] !== 'string');
  if (notText !== undefined) throw new InvalidCatalogueError(locale, `${notText} is not text`);
  return { locale, meta: $meta, messages: messages as Record<string, string> };
}

/** @returns the canonical form of a language tag (Android's old `in` becomes `id`), or null where it is none. */
export function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function isMeta(value: unknown): value is CatalogueMeta {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    (value['direction'] === 'ltr' || value['direction'] === 'rtl') &&
    typeof value['reviewedByNativeSpeaker'] === 'boolean'
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
