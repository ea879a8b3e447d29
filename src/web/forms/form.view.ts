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
}

export interface FormView {
  action: string;
  hidden: readonly HiddenField[];
  errors: readonly FieldError[];
}
