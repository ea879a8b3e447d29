import type { MessageParams } from '../../platform/i18n/translator.js';

/** State that travels with a form and is not the reader's to type. */
export interface HiddenField {
  name: string;
  value: string;
}

/** What is wrong with one answer. The words are `field.<code>`; `field` is the input's name and id. */
export interface FieldError {
  field: string;
  code: string;
  params?: MessageParams;
  /** Whose answer it is, on a page that asks the same of several: its links must differ. */
  of?: string;
}

/**
 * Keys of the words for a fault, the closest first: those of the field, then those of what its id begins with, as fields are
 * named that stand once for each row (`note-<id>`), then those for any field.
 */
export function faultKeys({ field, code }: FieldError): string[] {
  const parts = field.split('-');
  const names = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  return [...names.map((name) => `field.${code}.${name}`), `field.${code}`];
}

export interface FormView {
  action: string;
  hidden: readonly HiddenField[];
  errors: readonly FieldError[];
}
