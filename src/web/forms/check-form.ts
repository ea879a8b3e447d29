import { shaped } from '../../platform/http/field-faults.js';
import { type FieldFault, invalid, Problem } from '../../platform/problems/problem.js';
import type { FieldError } from './form.view.js';

/** What a browser sends of a form: text by field name, or several texts where several boxes are ticked. */
export type FormBody = Readonly<Record<string, unknown>>;

/**
 * Where a fault at a JSON pointer is shown: the name of an input. Without an entry it is the pointer's last part, of which a
 * function makes the names of inputs that stand several times on one page.
 */
export type FieldPlaces = Readonly<Record<string, string>> | ((name: string) => string);

export type CheckedForm<T> = { ok: true; value: T } | { ok: false; errors: FieldError[] };

/**
 * Checks what was typed against a form's DTO. An empty field counts as not answered.
 * @throws Problem `invalid-input` for fields that the form does not have: a page of ours never sends them
 */
export function checkForm<T extends object>(
  form: new () => T,
  body: FormBody,
  places: FieldPlaces = {},
): CheckedForm<T> {
  const answered = Object.fromEntries(Object.entries(body ?? {}).filter(([, value]) => value !== ''));
  const { value, faults } = shaped(form, answered);
  const foreign = faults.filter(({ code }) => code === 'unknown-field');
  if (foreign.length > 0) throw invalid(...foreign);
  return faults.length > 0 ? { ok: false, errors: fieldErrors(faults, places) } : { ok: true, value };
}

/** @throws Problem as {@link checkForm}, where a form is not checked by a class */
export function requireKnown(body: FormBody, known: readonly string[]): void {
  const foreign = Object.keys(body ?? {}).filter((name) => !known.includes(name));
  if (foreign.length > 0)
    throw invalid(...foreign.map((name) => ({ pointer: `/${name.slice(0, 100)}`, code: 'unknown-field' })));
}

/** The faults of a problem as errors of the form's inputs, so that they can be shown beside them. */
export const fieldErrors = (faults: readonly FieldFault[], places: FieldPlaces = {}): FieldError[] =>
  faults.map(({ pointer, code, params }) => ({
    field: placeOf(pointer, places),
    code,
    params,
  }));

function placeOf(pointer: string, places: FieldPlaces): string {
  const name = pointer.split('/').pop() ?? pointer;
  return typeof places === 'function' ? places(name) : (places[pointer] ?? name);
}

/** Where a form carries the version that it was filled in on. */
const VERSION = 'version';

/** What somebody typed on what has been changed since, in another window or by an officer, is neither saved nor lost. */
export const isOutdated = (errors: readonly FieldError[]): boolean =>
  errors.some(({ field }) => field === VERSION);

/** What a service said against the answers of a form. Anything else it threw is thrown again. */
export function errorsThrown(error: unknown, places: FieldPlaces = {}): FieldError[] {
  if (error instanceof Problem && error.kind === 'invalid' && error.options.errors?.length)
    return fieldErrors(error.options.errors, places);
  throw error;
}

/** The same of a form that comes back with what was typed where the version that it was filled in on is an old one. */
export function errorsOfChange(error: unknown, places: FieldPlaces = {}): FieldError[] {
  if (error instanceof Problem && error.kind === 'stale')
    return [{ field: VERSION, code: 'changed-meanwhile' }];
  return errorsThrown(error, places);
}

/** One typed answer as it goes back into its field: as it was, and never anything but text. */
export const typed = (body: FormBody, name: string): string => {
  const value = body?.[name];
  return typeof value === 'string' ? value : '';
};

/** The boxes ticked under one name. */
export const ticked = (body: FormBody, name: string): string[] => {
  const value = body?.[name];
  return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');
};
