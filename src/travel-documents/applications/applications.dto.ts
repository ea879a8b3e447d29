import {
  Amount,
  Choice,
  Choices,
  Count,
  Day,
  Flag,
  Id,
  Instant,
  Listed,
  Nested,
  Text,
  Texts,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';
import { APPLICATION_FLAGS, type ApplicationFlag } from './application-flags.js';
import { VALIDITY_REASONS, type ValidityReason } from './document-validity.js';
import { WAIVER_REASONS, type WaiverReason } from './fee.js';
import { APPLICATION_TRANSITIONS, type ApplicationStatus } from './application-status.js';

const COUNTRY = /^[A-Z]{3}$/;
const STATUSES = Object.keys(APPLICATION_TRANSITIONS) as ApplicationStatus[];

/** What became of the passport that the person had. */
export const OLD_PASSPORT_STATES = ['lost', 'stolen', 'expired', 'kept-by-others', 'in-hand'] as const;
export type OldPassportState = (typeof OLD_PASSPORT_STATES)[number];

/** The paper that this one stands in for. */
export class OldPassport {
  @Text({ min: 5, max: 9, pattern: /^[A-Z0-9]+$/, example: 'X0000000' }) number: string;
  @Choice(OLD_PASSPORT_STATES) state: OldPassportState;
}

/** Why a document is replaced before its journey. */
export const REPLACEMENT_REASONS = ['lost', 'stolen', 'damaged'] as const;
export type ReplacementReason = (typeof REPLACEMENT_REASONS)[number];

/** The document that is taken back in the same act in which the new one is issued. */
export class ReplacedDocument {
  @Id() documentId: string;
  @Choice(REPLACEMENT_REASONS) reason: ReplacementReason;
}

/** Everything not given is taken from the verified registration. */
export class ApplicationRequest {
  @Text({
    max: 100,
    optional: true,
    example: 'CONTOH',
    description: 'Family name, or the whole of a name that has none.',
  })
  primaryName?: string;
  @Text({
    max: 100,
    min: 0,
    optional: true,
    example: 'BUDI',
    description: 'Given names; left out where there are none.',
  })
  secondaryName?: string;
  @Text({ max: 100, example: 'Medan' }) placeOfBirth: string;
  @Text({
    max: 3,
    pattern: COUNTRY,
    optional: true,
    example: 'IDN',
    description: 'ISO 3166 alpha-3; the sending country if not given.',
  })
  destination?: string;
  @Texts({
    max: 3,
    maxItems: 4,
    pattern: COUNTRY,
    example: ['SGP'],
    description: 'Countries passed through, in order.',
  })
  transit: string[];
  @Day({ optional: true, description: 'When the person travels, as far as is known.' }) journeyOn?: string;
  @Day({
    optional: true,
    description: 'The journey and two days if not given, or fifteen days from now where no journey is known.',
  })
  validUntil?: string;
  @Choice(VALIDITY_REASONS, { optional: true, description: 'Required beyond fifteen days.' })
  validityReason?: ValidityReason;
  @Flag() feeWaived: boolean;
  @Choice(WAIVER_REASONS, { optional: true, description: 'Required where the fee is waived.' })
  waiverReason?: WaiverReason;
  @Text({
    max: 30,
    pattern: /^[A-Za-z0-9/-]+$/,
    optional: true,
    example: 'K-2026-0001',
    description: 'Required where the fee is paid; pays once.',
  })
  receiptNumber?: string;
  @Nested(() => OldPassport, { optional: true }) oldPassport?: OldPassport;
  @Nested(() => ReplacedDocument, { optional: true }) replaces?: ReplacedDocument;
}

export class ApprovalRequest {
  @Text({
    max: 60,
    example: 'q2v8Zc1m0R3n5T7w9Yb1dA',
    description: '`seen` of its content, as the caller was shown it. Another is answered with 412.',
  })
  seen: string;
}

/** Why an approver says no. */
export const DECLINE_REASONS = ['identity-doubtful', 'data-wrong', 'not-needed', 'other'] as const;

export class DeclineRequest {
  @Choice(DECLINE_REASONS) reason: string;
}

export class ApplicationQuery extends PageQuery {
  @Choice(STATUSES, { optional: true }) status?: ApplicationStatus;
  @Id({ optional: true, description: 'Only those for this person.' }) registrationId?: string;
}

export class ApplicationResponse {
  @Id() id: string;
  @Id() registrationId: string;
  @Text({ max: 20, example: 'PNH-7K3M-Q2XD-5' }) reference: string;
  @Choice(STATUSES) status: ApplicationStatus;
  @Text({ max: 3, example: 'IDN' }) destination: string;
  @Texts({ max: 3, maxItems: 4, example: ['SGP'] }) transit: string[];
  @Day() validUntil: string;
  @Flag() feeWaived: boolean;
  @Amount({ example: 0 }) feeAmount: number;
  @Text({ max: 3, example: 'IDR' }) feeCurrency: string;
  @Choice(WAIVER_REASONS, { nullable: true }) waiverReason: WaiverReason | null;
  @Text({ max: 30, nullable: true, example: null }) receiptNumber: string | null;
  @Day({ nullable: true }) journeyOn: string | null;
  @Choice(VALIDITY_REASONS, { nullable: true }) validityReason: ValidityReason | null;
  @Choice(OLD_PASSPORT_STATES, { nullable: true }) oldPassportState: OldPassportState | null;
  @Choices(APPLICATION_FLAGS, { description: 'What whoever approves must look at.' })
  flags: ApplicationFlag[];
  @Id({ nullable: true, description: 'Decided and issued together with these, all or none.' })
  familyId: string | null;
  @Id({ nullable: true }) replacesId: string | null;
  @Choice(REPLACEMENT_REASONS, { nullable: true }) replacesReason: ReplacementReason | null;
  @Id() appliedBy: string;
  @Instant() appliedAt: string;
  @Id({ nullable: true }) decidedBy: string | null;
  @Text({ max: 40, nullable: true, example: null }) declineReason: string | null;
  @Count({ example: 1 }) version: number;
}

export class ApplicationPage {
  @Listed(() => ApplicationResponse) items: ApplicationResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}

/** What an approver compares with the evidence: everything that would be printed. */
export class ApplicationContentResponse {
  @Text({ max: 100, example: 'CONTOH' }) primaryName: string;
  @Text({ max: 100, min: 0, example: 'BUDI' }) secondaryName: string;
  @Text({
    max: 400,
    example: 'CONTOH, BUDI',
    description: 'In Latin letters, as the visible zone shows it; a script without a table stays.',
  })
  latinName: string;
  @Text({ max: 10, example: '1998-04-17', description: 'Unknown parts are X.' }) birthDate: string;
  @Text({ max: 100, example: 'Medan' }) placeOfBirth: string;
  @Choice(['F', 'M', 'X'] as const) sex: 'F' | 'M' | 'X';
  @Text({ max: 9, nullable: true, example: 'X0000000' }) oldPassport: string | null;
  @Flag({
    description: 'False where there is no photograph: the sheet would have none, and one is glued in.',
  })
  portrait: boolean;
  @Text({
    max: 60,
    example: 'q2v8Zc1m0R3n5T7w9Yb1dA',
    description: 'To be sent with an approval: it was looked at.',
  })
  seen: string;
}
