/**
 * The words of one language: `catalogues/public/<locale>.json` for everyone, and where the staff speaks it too,
 * `catalogues/staff/<locale>.json` for the console and the ministry's pages.
 */
export interface Catalogue {
  /** BCP 47 tag, taken from the file's name. */
  locale: string;
  meta: CatalogueMeta;
  /** Whether it has the staff's words as well. */
  forStaff: boolean;
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

/**
 * @param staff the staff's words, where the language has them
 * @throws InvalidCatalogueError where `$meta` is incomplete, the name is no BCP 47 tag, a message is no text, or a word
 *   stands in both files.
 */
export function parseCatalogue(locale: string, json: unknown, staff?: unknown): Catalogue {
  if (canonicalTag(locale) !== locale)
    throw new InvalidCatalogueError(locale, 'the file name is not a canonical BCP 47 tag');
  if (!isRecord(json)) throw new InvalidCatalogueError(locale, 'not an object');
  const { $meta, ...messages } = json;
  if (!isMeta($meta))
    throw new InvalidCatalogueError(locale, '$meta needs name, direction and reviewedByNativeSpeaker');
  const staffMessages = staff === undefined ? {} : textsOf(locale, staff);
  const twice = Object.keys(staffMessages).find((key) => Object.hasOwn(messages, key));
  if (twice !== undefined) throw new InvalidCatalogueError(locale, `${twice} is both public and staff's`);
  return {
    locale,
    meta: $meta,
    forStaff: staff !== undefined,
    messages: { ...textsOf(locale, messages), ...staffMessages },
  };
}

function textsOf(locale: string, json: unknown): Record<string, string> {
  if (!isRecord(json)) throw new InvalidCatalogueError(locale, 'not an object');
  const notText = Object.keys(json).find((key) => typeof json[key] !== 'string');
  if (notText !== undefined) throw new InvalidCatalogueError(locale, `${notText} is not text`);
  return json as Record<string, string>;
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
