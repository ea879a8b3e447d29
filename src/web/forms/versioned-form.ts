import type { FieldError, FormView } from './form.view.js';

/** A form that changes what somebody has seen in a version: it carries that version, and a change that came between is refused. */
export const versionedForm = (
  action: string,
  version: string | number,
  errors: readonly FieldError[] = [],
): FormView => ({ action, hidden: [{ name: 'version', value: String(version) }], errors });
