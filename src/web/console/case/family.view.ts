import type {
  ApplicationContentResponse,
  ApplicationResponse,
} from '../../../travel-documents/applications/applications.dto.js';
import type { FormBody } from '../../forms/check-form.js';
import type { FieldError } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

export const FAMILY_ACTS = ['apply', 'approve', 'decline', 'issue'] as const;
export type FamilyAct = (typeof FAMILY_ACTS)[number];

/** One of those who registered together, and the application that is open for them or was last. */
export interface FamilyMemberLine {
  registrationId: string;
  reference: string;
  maskedName: string;
  application: ApplicationResponse | null;
  /** What would be printed; for whoever is about to decide. */
  content: ApplicationContentResponse | null;
}

/** Documents of those who registered together: applied for, decided on and issued together, all or none. */
export interface FamilyPage {
  /** The case from which the page was opened. */
  id: string;
  members: readonly FamilyMemberLine[];
  /** What is open for several of them. */
  family: { id: string; version: number; status: 'applied' | 'approved' } | null;
  may: readonly FamilyAct[];
  formKey: string;
  values: FormBody;
  /** Of the form that was sent: who was ticked. */
  ticked: readonly string[] | null;
  errors: readonly FieldError[];
  refused: Refusal | null;
}
