import { Choice, Choices, Text, Whole } from '../../platform/http/fields.js';
import { ASKED_CONSENTS, type ConsentPurpose } from '../../registrations/consent-purposes.js';
import { ContactChangeRequest } from '../../registrations/registrations.dto.js';

/** The secret of the receipt's QR code, or the two codes. */
export class StatusSignInForm {
  @Text({ max: 32, optional: true }) secret?: string;
  @Text({ max: 40, optional: true }) reference?: string;
  @Text({ max: 40, optional: true }) accessCode?: string;
}

/** The version is that of what the person saw. */
export class ContactForm extends ContactChangeRequest {
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
