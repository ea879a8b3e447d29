import type { StaffRole } from '../../../platform/auth/roles.js';
import type { FormView } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

export interface AccountRow {
  id: string;
  version: number;
  name: string;
  username: string;
  role: StaffRole;
  active: boolean;
  secondFactor: boolean;
  createdAt: string;
  /** The reader's own account, which they cannot close. */
  own: boolean;
}

export interface AccountsPage {
  accounts: readonly AccountRow[];
  form: FormView;
  values: { displayName: string; username: string; role: string };
  /** Shown once, in the answer to the form that made the account or its password. */
  created: { username: string; password: string } | null;
  /** Whose second factor has just been taken away. */
  reset: string | null;
  /** Why the last act was not done. */
  refused: Refusal | null;
}
