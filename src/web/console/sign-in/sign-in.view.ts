import type { FormView } from '../../forms/form.view.js';

/** User name and password. Whether the account exists is never told. */
export interface ConsoleSignInPage {
  form: FormView;
  values: { username: string };
}
