import type { FactorKind } from '../../../staff/second-factor/factors.js';
import type { FormView } from '../../forms/form.view.js';

/** User name and password. Whether the account exists is never told. */
export interface ConsoleSignInPage {
  form: FormView;
  values: { username: string };
}

/** The second factor, of the kinds that the account has. */
export interface SecondStepPage {
  form: FormView;
  kinds: readonly FactorKind[];
}
