import { isOpen } from '../../../registrations/registration-status.js';
import type { CaseAct } from './case-act.js';
import type { CaseParts } from './case.view.js';

/** What still can be done once a case is closed or withdrawn. */
const AFTERWARDS: ReadonlySet<CaseAct> = new Set([
  'reveal',
  'whereabouts-ask',
  'whereabouts-danger',
  'document-revoke',
  'departure-arrive',
]);

/** Whether it makes sense to offer an act, as far as that hangs on another section. The stages decide in the end. */
export function fits(
  act: CaseAct,
  {
    person,
    identity,
  }: { person: Pick<CaseParts['person'], 'status'>; identity: Pick<CaseParts['identity'], 'state'> },
): boolean {
  if (!isOpen(person.status)) return AFTERWARDS.has(act);
  return act !== 'document-apply' || identity.state === 'verified';
}
