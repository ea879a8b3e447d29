import type { FormView } from '../forms/form.view.js';
import type { Role } from '../page-context.js';

export interface AccountRow {
  id: string;
  name: string;
  username: string;
  role: Role;
  active: boolean;
  secondFactor: boolean;
  lastSignInAt: string | null;
}

export interface AccountsPage {
  accounts: readonly AccountRow[];
  form: FormView;
  values: { name: string; username: string; role: Role | null };
  /** Shown once after an account was made. */
  created: { username: string; password: string } | null;
}
