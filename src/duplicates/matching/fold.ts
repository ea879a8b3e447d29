import anyAscii from 'any-ascii';

/** Any script to lower-case ASCII words with single blanks between them. */
export const fold = (text: string): string =>
  anyAscii(text.normalize('NFKD'))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
