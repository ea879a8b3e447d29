import { isOpen } from '../../../registrations/registration-status.js';
import type { CaseAct } from './case-act.js';
import type { CaseParts } from './case.view.js';

/** What still can be done once a case is closed or withdrawn. */
const AFTERWARDS: ReadonlySet<CaseAct> = new Set([
  'reveal',
  'whereabouts-ask',
  'whereabouts-danger',
  'statements',
  'statements-ask',
  'statements-danger',
  'document-revoke',
  'departure-arrive',
]);

/** About what evidence says: where there is some. */
const OF_STATEMENTS: ReadonlySet<CaseAct> = new Set(['statements', 'statements-ask', 'statements-danger']);
/** Not for a reader who keeps away from the person, nor is what evidence says. */
const OF_WHEREABOUTS: ReadonlySet<CaseAct> = new Set(['whereabouts-ask', 'whereabouts-danger']);

/** Whether it makes sense to offer an act, as far as that hangs on another section. The stages decide in the end. */
export function fits(
  act: CaseAct,
  {
    person,
    identity,
  }: {
    person: Pick<CaseParts['person'], 'status'>;
    identity: Pick<CaseParts['identity'], 'state' | 'tied' | 'evidence'>;
  },
): boolean {
  if (identity.tied && (OF_STATEMENTS.has(act) || OF_WHEREABOUTS.has(act))) return false;
  if (OF_STATEMENTS.has(act) && identity.evidence.length === 0) return false;
  if (!isOpen(person.status)) return AFTERWARDS.has(act);
  return act !== 'document-apply' || identity.state === 'verified';
}
