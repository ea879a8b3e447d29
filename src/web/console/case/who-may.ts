import type { StaffRole } from '../../../platform/auth/roles.js';
import { DISCLOSERS } from '../../../registrations/disclosure/second-person/second-person-state.js';
import type { CaseAct } from './case-act.js';

/** Who may do what to a case: the same as the API's routes say. */
export const WHO_MAY: Readonly<Record<CaseAct, readonly StaffRole[]>> = {
  reveal: DISCLOSERS,
  'whereabouts-ask': DISCLOSERS,
  'whereabouts-danger': DISCLOSERS,
  statements: DISCLOSERS,
  'statements-ask': DISCLOSERS,
  'statements-danger': DISCLOSERS,
  'new-codes': ['officer', 'protection'],
  'guardian-link': ['officer', 'protection'],
  'guardian-unlink': ['officer', 'protection'],
  band: ['officer', 'protection', 'supervisor'],
  evidence: ['officer'],
  'identity-decision': ['officer', 'approver'],
  contradiction: ['officer'],
  'referee-confirm': ['officer'],
  'registry-ask': ['officer'],
  'interview-draw': ['officer'],
  'interview-judge': ['officer'],
  'family-ask': ['officer'],
  'hand-over': ['officer'],
  tie: ['officer', 'protection', 'approver'],
  'appointment-book': ['officer', 'supervisor'],
  'appointment-cancel': ['officer', 'supervisor'],
  'document-apply': ['officer'],
  'document-approve': ['approver'],
  'document-decline': ['approver'],
  'document-issue': ['officer'],
  'document-collect': ['officer', 'approver'],
  'document-void': ['officer'],
  'document-revoke': ['approver', 'supervisor'],
  'exit-request': ['officer'],
  'exit-grant': ['officer', 'supervisor'],
  'exit-refuse': ['officer', 'supervisor'],
  'departure-plan': ['officer'],
  'departure-move': ['officer', 'supervisor'],
  'departure-clear': ['officer', 'supervisor'],
  'departure-board': ['officer', 'supervisor'],
  'departure-depart': ['officer', 'supervisor'],
  'departure-miss': ['officer', 'supervisor'],
  'departure-arrive': ['officer'],
};

export const roleMay = (role: string, act: CaseAct): boolean =>
  (WHO_MAY[act] as readonly string[]).includes(role);
