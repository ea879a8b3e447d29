import type { OpenFamilyRequest } from '../../../identity/family/family.dto.js';
import type { FormBody } from '../../forms/check-form.js';
import type { FieldError } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

/** Questions that officials at home put to families; nothing of where a person is. */
export interface FamilyRequestsPage {
  requests: readonly (OpenFamilyRequest & { born: string })[];
  /** What was typed for the request that was refused. */
  at: string | null;
  values: FormBody;
  errors: readonly FieldError[];
  refused: Refusal | null;
  done: boolean;
}
