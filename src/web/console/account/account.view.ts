import type { OwnPasswordResponse } from '../../../staff/accounts/own-password.dto.js';
import type { CountersignatureResponse } from '../../../staff/countersigning/countersigning.dto.js';
import type { SecondFactorResponse } from '../../../staff/second-factor/second-factor.dto.js';
import type { FactorKind } from '../../../staff/second-factor/factors.js';
import type { FormView } from '../../forms/form.view.js';
import type { Refusal } from '../../forms/refusal.js';
import type { QrDrawing } from '../../drawings/qr-drawing.js';

/** The reader's own account: how they prove that it is them. */
export interface AccountPage {
  factor: SecondFactorResponse;
  password: OwnPasswordResponse;
  /** They cannot do anything else before they have one. */
  owed: boolean;
  /** Takes a passkey. */
  form: FormView;
  values: { name: string };
  refused: Refusal | null;
  /** What has just been done. */
  done: string | null;
}

/** Another password. */
export interface AccountPasswordPage {
  form: FormView;
  /** Somebody else made the present one: there is nothing else to do before. */
  owed: boolean;
  /** What the account waits for: nothing else can be done before there is a password chosen with an administrator's code. */
  waiting: readonly Pick<CountersignatureResponse, 'given' | 'givenByName' | 'givenAt'>[];
  /** Fewest characters. */
  min: number;
}

/** A secret to be carried over to an app, and its first code. */
export interface AccountAppPage {
  form: FormView;
  qr: QrDrawing;
  /** Opens an app on the very phone that shows the page. */
  address: string;
  /** In groups of four, to be typed where no camera is. */
  secret: readonly string[];
}

/** Shown once. */
export interface RecoveryCodesPage {
  codes: readonly string[];
}

/** The question before an act: is it still you? Carries what was being sent. */
export interface ConfirmationPage {
  form: FormView;
  /** None: the password is asked for. */
  kinds: readonly FactorKind[];
}
