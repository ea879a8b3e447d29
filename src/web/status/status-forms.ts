import { ChosenTimeRequest } from '../../appointments/own/own-appointment.dto.js';
import { Choice, Choices, Id, Text, Whole } from '../../platform/http/fields.js';
import { ASKED_CONSENTS, type ConsentPurpose } from '../../registrations/consent-purposes.js';
import { LONGEST_HELP_WORD } from '../../registrations/duress/help-word.js';
import type { Need } from '../../registrations/needs.js';
import { FAMILY_RELATIONS, type FamilyRelation } from '../../registrations/person-details.js';
import { PapersRequest } from '../../registrations/intake/intake.dto.js';
import { ContactChangeRequest } from '../../registrations/registrations.dto.js';
import { OFFERED_NEEDS, SAFE_ANSWERS } from '../register/answers.js';

/** The secret of the receipt's QR code, or the two codes. */
export class StatusSignInForm {
  @Text({ max: 32, optional: true }) secret?: string;
  @Text({ max: 40, optional: true }) reference?: string;
  @Text({ max: 40, optional: true }) accessCode?: string;
}

/** The version is that of what the person saw; without a help word the one there is stays. */
export class ContactForm extends ContactChangeRequest {
  @Text({ max: LONGEST_HELP_WORD, optional: true }) helpWord?: string;
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

export class WithdrawForm {
  @Choice(['yes'] as const) sure: 'yes';
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

/** What is ticked is agreed to from now on, what is not is no longer. */
export class ConsentsForm {
  @Choices(ASKED_CONSENTS) consents: ConsentPurpose[];
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

/** What is ticked is needed from now on. */
export class NeedsForm {
  @Choice(SAFE_ANSWERS) safe: 'yes' | 'no';
  @Choices(OFFERED_NEEDS) needs: Need[];
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

/** For whom somebody vouches, in answer to one question. */
export class VouchingForm {
  @Id() id: string;
  @Text({ max: 40 }) reference: string;
}

export class HomeForm {
  @Text({ max: 300, optional: true }) homeAddress?: string;
  @Text({ max: 200, optional: true }) familyName?: string;
  @Choice(FAMILY_RELATIONS, { optional: true }) familyRelation?: FamilyRelation;
  @Text({ max: 32, optional: true }) familyPhone?: string;
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

export class PapersForm extends PapersRequest {
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

export class EraseForm {
  @Choice(['yes'] as const) erase: 'yes';
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

export class ChosenTimeForm extends ChosenTimeRequest {
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

export class EarlierForm {
  @Choice(['yes', 'no'] as const) wanted: 'yes' | 'no';
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}

export class VersionForm {
  @Whole({ min: 1, max: 999_999_999 }) version: number;
}
