import { type MrzLayout, type Slot, textAt } from './mrz-layout.js';

/** A document number, wherever it is printed. */
export interface PrintedNumber {
  number: string;
  /** Where its check digit is. */
  check: Slot;
  /** What the check digit covers, fillers included. */
  covered: string;
  /** What the optional field says besides. */
  optional: string;
}

/**
 * The document number of a zone. One of more than nine characters (TD1, TD2) has a filler where its check digit should
 * be; its rest and the check digit open the optional field and end with a filler (Doc 9303-5 and -6, section 4.2.2).
 */
export function readDocumentNumber(lines: readonly string[], layout: MrzLayout): PrintedNumber {
  const { documentNumber, optional } = layout.fields;
  const head = textAt(lines, documentNumber);
  const check = { line: documentNumber.line, from: documentNumber.to + 1, to: documentNumber.to + 1 };
  const rest = textAt(lines, optional);
  const overflow = /^[0-9A-Z]{2,}/.exec(rest)?.[0];
  if (!layout.longNumbers || !overflow || head.includes('<') || textAt(lines, check) !== '<') {
    return { number: withoutFillers(head), check, covered: head, optional: withoutFillers(rest) };
  }
  const number = head + overflow.slice(0, -1);
  const digit = optional.from + overflow.length - 1;
  return {
    number,
    check: { line: optional.line, from: digit, to: digit },
    covered: number,
    optional: withoutFillers(rest.slice(overflow.length + 1)),
  };
}

/** The text before the fillers that fill its field up. */
export const withoutFillers = (text: string): string => text.replace(/<+$/, '');
