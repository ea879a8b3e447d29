import type { StaffRole } from '../../../platform/auth/roles.js';
import type { CountersignatureResponse } from '../../../staff/countersigning/countersigning.dto.js';
import type { FormView } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';

export interface AccountRow {
  id: string;
  version: number;
  name: string;
  username: string;
  role: StaffRole;
  active: boolean;
  /** Another administrator has still to confirm it, or its holder to use the code. */
  waits: boolean;
  secondFactor: boolean;
  createdAt: string;
  /** The reader's own account, which they cannot close. */
  own: boolean;
}

/** What an account was given to sign in with, for another administrator to confirm. */
export interface WaitingRow extends Omit<CountersignatureResponse, 'displayName'> {
  name: string;
  /** The reader gave it: somebody else decides. */
  yours: boolean;
}

export interface AccountsPage {
  accounts: readonly AccountRow[];
  waiting: readonly WaitingRow[];
  form: FormView;
  values: { displayName: string; username: string; role: string };
  /** Shown once, in the answer to the form that made the account or its password. */
  created: { username: string; password: string } | null;
  /** Shown once, to whoever confirmed the account: for its holder. */
  code: { name: string; code: string } | null;
  /** Whose second factor has just been taken away. */
  reset: string | null;
  /** What has just been decided. */
  done: 'refused' | null;
  /** Why the last act was not done. */
  refused: Refusal | null;
}
