import { registerDecorator, type ValidationOptions } from 'class-validator';

/**
 * What does not belong into anything a person types (Unicode TR 36 section 2, UAX 44): controls (NUL among them),
 * bidirectional overrides and isolates, whatever else is invisible (fillers and tags too), non-characters and marks heaped on
 * one letter. What keyboards of people's own scripts write stays: joiners, spaces without width, marks of direction,
 * variation selectors, soft hyphens, old Khmer vowels.
 */
const UNSAFE =
  /[\p{Cc}--[\t\n\r]]|[\p{DI}--[\u00ad\u061c\u17b4\u17b5\u180b-\u180d\u180f\u200b-\u200f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]]|[\p{NChar}\ufff9-\uffff]|\p{M}{12,}/v;

/** Nothing in it that a screen or a log would obey instead of showing it: control characters, marks that turn the direction, halves of pairs. */
export const isSafeText = (text: string): boolean => !UNSAFE.test(text) && text.isWellFormed();

/** What is kept of typed text: Unicode NFC, single spaces, nothing around it. */
const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

/** The same of what is one line wherever it is printed or spoken, such as a name: whoever breaks it means a space. */
export const tidyLine = (text: string): string => tidyText(text.replaceAll('\n', ' '));

/** @param lines whether it may have several. @returns what is no text as it is */
export const tidied = (value: unknown, lines: boolean): unknown =>
  typeof value !== 'string' ? value : lines ? tidyText(value) : tidyLine(value);

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
