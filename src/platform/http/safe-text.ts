import { registerDecorator, type ValidationOptions } from 'class-validator';

/**
 * Characters that do not belong into anything a person types: controls (NUL among them), bidirectional overrides and
 * isolates (U+202A-202E, U+2066-2069), other invisible formatting except the joiners that Indic and Persian scripts need,
 * non-characters and unpaired surrogates (Unicode TR 36, section 2).
 */
const UNSAFE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/u;

/** Nothing in it that a screen or a log would obey instead of showing it: control characters, marks that turn the direction, halves of pairs. */
export const isSafeText = (text: string): boolean => !UNSAFE.test(text) && text.isWellFormed();

/** What is kept of typed text: Unicode NFC, single spaces, nothing around it. */
export const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** Refuses a field whose text is not safe; what is no text is left to other rules. */
export function SafeText(options?: ValidationOptions): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'safeText',
      target: target.constructor,
      propertyName: String(propertyName),
      options,
      validator: { validate: (value: unknown) => typeof value !== 'string' || isSafeText(value) },
    });
}
