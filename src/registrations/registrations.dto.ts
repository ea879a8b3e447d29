import { Choice, Choices, Count, Flag, Id, Instant, Listed, Nested, Text } from '../platform/http/fields.js';
import {
  BirthDateRequest,
  ContactRequest,
  FamilyContactRequest,
  NamedAdultRequest,
} from './intake/intake.dto.js';
import {
  CONSENT_PURPOSES,
  CONSENT_RECIPIENTS,
  type ConsentPurpose,
  type ConsentRecipient,
} from './consent-purposes.js';
import { LONGEST_HELP_WORD } from './duress/help-word.js';
import { type Need, NEEDS } from './needs.js';
import { TRAVEL_TIMES, type TravelTime } from './travel-time.js';
import { REGISTRATION_TRANSITIONS, type RegistrationStatus } from './registration-status.js';

const STATUSES = Object.keys(REGISTRATION_TRANSITIONS) as RegistrationStatus[];

/** What an officer sees first: enough to talk to the person who is there, not enough to look people up. */
export class CaseResponse {
  @Id() id: string;
  @Text({ max: 20, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Choice(STATUSES) status: RegistrationStatus;
  @Text({ max: 20, example: 'self' }) channel: string;
  @Text({ max: 200, example: 'B••• C•••' }) maskedName: string;
  @Choice(['F', 'M', 'X'] as const) sex: 'F' | 'M' | 'X';
  @Count({ nullable: true, example: 1998 }) birthYear: number | null;
  @Text({ max: 80, nullable: true, example: 'Sumatera Utara' }) homeProvince: string | null;
  @Choices(NEEDS, { example: ['injured-or-ill'] }) needs: Need[];
  @Text({ max: 10, example: 'id' }) language: string;
  @Flag({ description: 'Whether a passport or another document was reported.' }) hasDocument: boolean;
  @Instant({
    nullable: true,
    description: 'When the person told of a paper after they had registered. Nobody has seen it by that.',
  })
  papersAddedAt: string | null;
  @Instant() receivedAt: string;
  @Count({ example: 1 }) version: number;
}

export class IdentityResponse {
  @Text({ max: 200, example: 'Budi Contoh' }) fullName: string;
  @Nested(() => BirthDateRequest) birthDate: BirthDateRequest;
  @Text({ max: 200, optional: true, example: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<' })
  passportMrz?: string;
  @Text({ max: 20, optional: true, example: 'X1234567' }) passportNumber?: string;
  @Text({ max: 32, optional: true, example: '3174012345678901' }) nationalId?: string;
  @Instant({ optional: true }) papersAddedAt?: string;
  @Text({ max: 200, optional: true, example: 'Wati Contoh' }) motherName?: string;
}

export class LocationResponse {
  @Text({ max: 300, optional: true, example: 'A guest house near the central market' }) whereNow?: string;
  @Text({ max: 300, optional: true, example: 'A building outside the city' }) whereHeld?: string;
}

/** For the person: under codes that somebody else handed to them only that a place is held. */
export class OwnLocationResponse extends LocationResponse {
  @Choices(['whereNow', 'whereHeld'] as const, { optional: true, description: 'What is held and not shown.' })
  unshown?: ('whereNow' | 'whereHeld')[];
}

/** Home address and whom to call in an emergency. */
export class HomeResponse {
  @Text({ max: 300, optional: true, example: 'Jalan Contoh 1, Medan' }) address?: string;
  @Nested(() => FamilyContactRequest, { optional: true }) family?: FamilyContactRequest;
}

/** One answer that the person once gave. */
export class ConsentAnswerResponse {
  @Choice(CONSENT_PURPOSES) purpose: ConsentPurpose;
  @Choice(CONSENT_RECIPIENTS) recipient: ConsentRecipient;
  @Flag() given: boolean;
  @Instant() at: string;
}

/** Everything that is held about a person, for that person. */
export class OwnRegistrationResponse extends CaseResponse {
  @Nested(() => IdentityResponse) identity: IdentityResponse;
  @Nested(() => ContactRequest) contact: ContactRequest;
  @Nested(() => OwnLocationResponse) location: OwnLocationResponse;
  @Choice(TRAVEL_TIMES, { nullable: true }) travelTime: TravelTime | null;
  @Nested(() => HomeResponse) home: HomeResponse;
  @Nested(() => NamedAdultRequest, { optional: true }) adult?: NamedAdultRequest;
  @Choices(CONSENT_PURPOSES) consents: ConsentPurpose[];
  @Listed(() => ConsentAnswerResponse, { description: 'Every answer ever given, the latest first.' })
  consentHistory: ConsentAnswerResponse[];
}

export class ContactChangeRequest extends ContactRequest {
  @Text({ max: 300, optional: true, example: 'A guest house near the central market' }) whereNow?: string;
  @Choice(TRAVEL_TIMES, { optional: true, description: 'How long the person needs to come to the post.' })
  travelTime?: TravelTime;
}

/** The word to type from now on instead of the access code where somebody forces the person. */
export class HelpWordRequest {
  @Text({ max: LONGEST_HELP_WORD, example: 'pulau seribu' }) helpWord: string;
}

/** Home address and family contact as they are from now on; what is not named is no longer kept. */
export class HomeChangeRequest extends HomeResponse {}

/** What the person needs from now on. */
export class NeedsChangeRequest {
  @Choices(NEEDS, { example: ['injured-or-ill'] }) needs: Need[];
}

/** Who looked at what the person told, or was told of it. */
export class LookResponse {
  @Instant() at: string;
  @Text({ max: 40, example: 'officer' }) role: string;
  @Text({ max: 80, example: 'registration.disclosed' }) action: string;
}

export class LooksResponse {
  @Listed(() => LookResponse, { description: 'The latest first, at most 200.' }) items: LookResponse[];
}

/** What a person agrees to from now on; what is not named is no longer agreed to. */
export class ConsentsChangeRequest {
  @Choices(CONSENT_PURPOSES) consents: ConsentPurpose[];
}
