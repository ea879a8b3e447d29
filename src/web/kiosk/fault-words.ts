import type { Translator } from '../../platform/i18n/translator.js';

/** What a kiosk can find wrong by itself (device/question-rules.ts). */
const CODES = [
  'required',
  'too-long',
  'wrong-format',
  'unsafe-characters',
  'no-letters',
  'whole-number-expected',
  'in-the-future',
  'buddhist-year',
  'too-long-ago',
  'not-a-date',
  'mrz-length',
  'mrz-line',
  'mrz-check-digit',
  'lines-elsewhere',
  'not-a-phone-number',
  'not-an-email-address',
  'consent-needed',
  'not-a-help-word',
];
/** Left for the kiosk to fill in. */
const PARAMS = Object.fromEntries(
  ['year', 'gregorian', 'characters', 'line', 'position'].map((name) => [name, `{${name}}`]),
);

/** The words for every fault in one language: by its code, and by code and input where an input has its own. */
export function faultWords(
  translator: Translator,
  locale: string,
  fields: readonly string[],
): Record<string, string> {
  const keys = CODES.flatMap((code) => [code, ...fields.map((field) => `${code}.${field}`)]);
  return Object.fromEntries(
    keys
      .filter((key) => translator.has(`field.${key}`))
      .map((key) => [key, translator.translate(locale, `field.${key}`, PARAMS)]),
  );
}
