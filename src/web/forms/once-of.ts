import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { newId } from '../../platform/ids.js';
import type { GuardedVisit } from '../frame/visit.js';
import type { FormBody } from './check-form.js';

const KEY = /^[A-Za-z0-9_-]{16,64}$/;

/** Tells what was typed from the key that a form carries, so that sending the form twice counts once. @param what the form is for */
export function onceOf(
  { caller }: GuardedVisit,
  what: string,
  body: FormBody,
): { once: IdempotentRequest; fields: FormBody } {
  const { formKey, ...fields } = body ?? {};
  const key = typeof formKey === 'string' && KEY.test(formKey) ? formKey : newId();
  return { once: { key, scope: `page ${what} ${caller.id}`, body: fields }, fields };
}
