import type { FormView } from '../forms/form.view.js';

/** User name and password first, the one-time code on the same page where the account has one. */
export interface ConsoleSignInPage {
  form: FormView;
  values: { username: string };
  asksOneTimeCode: boolean;
}
