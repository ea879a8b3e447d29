import { Choice, Choices, Flag, Id, Instant, Nested, Text, Whole } from '../../platform/http/fields.js';
import type { BirthDate } from '../birth-date.js';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../consent-purposes.js';
import { LONGEST_HELP_WORD } from '../duress/help-word.js';
import { type Need, NEEDS } from '../needs.js';
import { TRAVEL_TIMES, type TravelTime } from '../travel-time.js';
import {
  CONTACT_METHODS,
  type ContactDetails,
  type ContactMethod,
  FAMILY_RELATIONS,
  type FamilyContact,
  type FamilyRelation,
  type NamedAdult,
} from '../person-details.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class BirthDateRequest implements BirthDate {
  @Whole({ min: 1, max: 9999, optional: true, example: 1998 }) year?: number;
  @Whole({ min: 1, max: 12, optional: true, example: 4 }) month?: number;
  @Whole({ min: 1, max: 31, optional: true, example: 17 }) day?: number;
}

export class ContactRequest implements ContactDetails {
  @Choice(CONTACT_METHODS) method: ContactMethod;
  @Text({ max: 32, optional: true, example: '+85512345678', description: 'With country code.' })
  phone?: string;
  @Text({ max: 254, optional: true, example: 'budi@example.org' }) email?: string;
  @Text({
    max: 100,
    optional: true,
    example: 'Wati Contoh',
    description: 'Who passes word on, for `somebody`.',
  })
  through?: string;
  @Text({ max: 5, optional: true, pattern: TIME, example: '18:00', description: 'Local to the post.' })
  safeFrom?: string;
  @Text({
    max: 5,
    optional: true,
    pattern: TIME,
    example: '21:30',
    description: 'Before `safeFrom`: next day.',
  })
  safeTo?: string;
  @Text({ max: 200, optional: true, example: 'not at work', description: 'What else makes contact safe.' })
  safeHours?: string;
  @Flag({ optional: true, example: false, description: 'Never leave anything to read or hear.' })
  noMessages?: boolean;
  @Flag({ optional: true, example: false, description: 'Never call.' }) noCalls?: boolean;
}

/** Whom to call in an emergency; only where the person agrees to `emergency-contact`. */
export class FamilyContactRequest implements FamilyContact {
  @Text({ max: 200, example: 'Wati Contoh' }) name: string;
  @Choice(FAMILY_RELATIONS, { optional: true }) relation?: FamilyRelation;
  @Text({ max: 32, optional: true, example: '+6281200000001', description: 'With country code.' })
  phone?: string;
}

/** The adult whom a child is with who does not register together with them. */
export class NamedAdultRequest implements NamedAdult {
  @Text({ max: 200, example: 'Wati Contoh' }) name: string;
  @Text({ max: 100, optional: true, example: 'my aunt', description: 'In their own words.' })
  relation?: string;
}

/** What a person knows of their papers. */
export class PapersRequest {
  @Text({
    lines: true,
    max: 200,
    optional: true,
    example: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
    description: 'Machine-readable zone of a passport or card, typed, pasted or scanned.',
  })
  passportMrz?: string;
  @Text({ max: 20, optional: true, pattern: /^[A-Za-z0-9 -]+$/, example: 'X1234567' })
  passportNumber?: string;
  @Text({ max: 32, optional: true, pattern: /^[A-Za-z0-9 .-]+$/, example: '3174012345678901' })
  nationalId?: string;
}

/** One person as they report themselves. A single name is complete; every part of a birth date may be unknown. */
export class RegistrationRequest extends PapersRequest {
  @Text({ max: 3, min: 3, pattern: /^[A-Z]{3}$/, example: 'PNH', description: 'The post to report to.' })
  post: string;
  @Text({ max: 200, example: 'Budi Contoh' }) fullName: string;
  @Nested(() => BirthDateRequest) birthDate: BirthDateRequest;
  @Choice(['F', 'M', 'X'] as const, { description: 'X: another, or not said.' }) sex: 'F' | 'M' | 'X';
  @Text({ max: 200, optional: true, example: 'Wati Contoh', description: 'Tells people of one name apart.' })
  motherName?: string;
  @Text({ max: 80, optional: true, example: 'Sumatera Utara' }) homeProvince?: string;
  @Text({ max: 300, optional: true, example: 'Jalan Contoh 1, Medan' }) homeAddress?: string;
  @Nested(() => FamilyContactRequest, { optional: true }) family?: FamilyContactRequest;
  @Nested(() => ContactRequest) contact: ContactRequest;
  @Text({
    max: LONGEST_HELP_WORD,
    optional: true,
    example: 'pulau seribu',
    description:
      'Typed instead of the access code it opens a harmless view and quietly raises a flag. At least 4 letters; never shown again.',
  })
  helpWord?: string;
  @Nested(() => NamedAdultRequest, { optional: true, description: 'Of a child: who looks after it.' })
  adult?: NamedAdultRequest;
  @Text({ max: 300, optional: true, example: 'A guest house near the central market' }) whereNow?: string;
  @Choice(TRAVEL_TIMES, { optional: true, description: 'How long the person needs to come to the post.' })
  travelTime?: TravelTime;
  @Text({ max: 300, optional: true, example: 'A building outside the city' }) whereHeld?: string;
  @Choices(NEEDS, { example: ['injured-or-ill'] }) needs: Need[];
  @Choices(CONSENT_PURPOSES, {
    description: 'Purposes that the person agrees to; `embassy-assistance` is needed.',
  })
  consents: ConsentPurpose[];
  @Text({
    max: 10,
    pattern: /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/,
    example: 'id',
    description: 'Language to be addressed in.',
  })
  language: string;
}

/** Shown once. The secret and the code are credentials; the reference is not. */
export class RegistrationReceipt {
  @Id() id: string;
  @Text({ max: 20, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Text({ max: 12, example: '4TRWZ-9K2MX', description: 'To type together with the reference.' })
  accessCode: string;
  @Text({ max: 32, example: 'GkCjT0zWb1c3p9jvJ0m3XQ', description: 'Goes into the QR code of the receipt.' })
  accessSecret: string;
  @Instant() receivedAt: string;
}
