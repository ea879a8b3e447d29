import type { CaseAct } from './case-act.js';
import type { ApplicationPanel, DocumentPanel } from './case-travel-document.view.js';

/** What can be done about a travel document in its present state, most useful first. */
export function documentOffers(
  application: Pick<ApplicationPanel, 'status' | 'own'> | null,
  document: Pick<DocumentPanel, 'status'> | null,
): CaseAct[] {
  if (application?.status === 'applied')
    return application.own ? [] : ['document-approve', 'document-decline'];
  if (application?.status === 'approved') return ['document-issue'];
  if (document?.status === 'issued')
    return ['document-collect', 'document-apply', 'document-void', 'document-revoke'];
  if (document?.status === 'collected') return ['document-revoke', 'document-apply'];
  return document?.status === 'used' ? [] : ['document-apply'];
}
