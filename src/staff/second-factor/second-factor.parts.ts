import { AuthenticatorApps } from './authenticator-apps.js';
import { ConfirmationService } from './confirmation.service.js';
import { FactorChange } from './factor-change.js';
import { FactorProofs } from './factor-proofs.js';
import { FactorReader } from './factor-reader.js';
import { FactorResetController } from './factor-reset.controller.js';
import { FactorResetService } from './factor-reset.service.js';
import { Factors } from './factors.js';
import { OwnFactorsService } from './own-factors.service.js';
import { OwnPasskeysService } from './own-passkeys.service.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { Passkeys } from './passkeys.js';
import { ProvenFactors } from './proven-factors.js';
import { RecoveryCodes } from './recovery-codes.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondStepController } from './second-step.controller.js';
import { SecondStepService } from './second-step.service.js';

/*
 * The second factor as parts of the staff's module: accounts, sessions and factors need each other.
 */

export const SECOND_FACTOR_CONTROLLERS = [
  SecondStepController,
  SecondFactorController,
  FactorResetController,
];

/** What pages and programs of later stages may use. */
export const SECOND_FACTOR_SERVICES = [
  SecondStepService,
  FactorReader,
  OwnFactorsService,
  OwnPasskeysService,
  ConfirmationService,
  FactorResetService,
];

export const SECOND_FACTOR_PROVIDERS = [
  ...SECOND_FACTOR_SERVICES,
  AuthenticatorApps,
  RecoveryCodes,
  Passkeys,
  PasskeyChallenges,
  FactorProofs,
  ProvenFactors,
  FactorChange,
  Factors,
];
