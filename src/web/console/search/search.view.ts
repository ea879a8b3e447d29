import type { FieldError } from '../../forms/form.view.js';

/** Why a case is opened by its reference; kept with the search in the audit log. */
export const SEARCH_REASONS = ['at-my-counter', 'person-asks', 'handed-over', 'phone-call'] as const;

/** Opening a case by its reference; comes back where nothing was found. */
export interface SearchPage {
  values: { reference: string; reason: string };
  errors: readonly FieldError[];
}
