import type { Caller } from '../../platform/auth/caller.js';
import type { IdempotentRequest } from '../../platform/idempotency/idempotency-key.js';
import { isId } from '../../platform/ids.js';
import type { GuardedVisit } from '../frame/visit.js';
import type { FormBody } from './check-form.js';
import { onceOf } from './once-of.js';
import { versionIn } from './typed-values.js';

/** What a form sent that does something to what its page shows. */
export interface SentForm {
  caller: Caller;
  /** What it is done to where that is not the page's own: an application, a document, a booking. */
  subject: string;
  /** What the officer had seen. */
  version: number;
  fields: FormBody;
  /** The form, so that sending it twice counts once. */
  once: IdempotentRequest;
}

/** No such thing: what is asked for by it is not found. */
const NONE = '00000000-0000-0000-0000-000000000000';

/** Tells what was typed from what the form carries unseen. @param what the form is for */
export function sentForm(visit: GuardedVisit, what: string, body: FormBody): SentForm {
  const { once, fields: sent } = onceOf(visit, what, body);
  const { version: _, subject, ...fields } = sent;
  return {
    caller: visit.caller,
    subject: isId(subject) ? subject : NONE,
    version: versionIn(sent),
    fields,
    once,
  };
}
