import { isId } from '../../../platform/ids.js';
import { type FormBody, typed } from '../../forms/check-form.js';
import { onceOf } from '../../forms/once-of.js';
import { versionIn } from '../../forms/typed-values.js';
import type { GuardedVisit } from '../../frame/visit.js';
import type { SentAct } from './case-section.js';

/** No such thing: what is asked for by it is not found. */
const NONE = '00000000-0000-0000-0000-000000000000';

/** What a form of the case page sent: what it carries unseen is told apart from what was typed. */
export function sentAct(visit: GuardedVisit, registrationId: string, act: string, body: FormBody): SentAct {
  const { once, fields: sent } = onceOf(visit, `case ${registrationId} ${act}`, body);
  const { version: _, subject: __, ...fields } = sent;
  const subject = typed(sent, 'subject');
  return {
    caller: visit.caller,
    registrationId,
    subject: isId(subject) ? subject : NONE,
    version: versionIn(sent),
    fields,
    once,
  };
}
