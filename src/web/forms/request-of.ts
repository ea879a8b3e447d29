import { invalid } from '../../platform/problems/problem.js';
import { checkForm, type FieldPlaces, type FormBody } from './check-form.js';

/** What a form sent, as a stage's own request. @throws Problem `invalid-input` with every fault */
export function requestOf<T extends object>(
  form: new () => T,
  fields: FormBody,
  places: FieldPlaces = {},
): T {
  const checked = checkForm(form, fields, places);
  if (checked.ok) return checked.value;
  throw invalid(...checked.errors.map(({ field, code }) => ({ pointer: `/${field}`, code })));
}
