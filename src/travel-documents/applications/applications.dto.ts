import { Choice, Count, Day, Flag, Id, Instant, Listed, Text, Texts } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';
import { APPLICATION_TRANSITIONS, type ApplicationStatus } from './application-status.js';

const COUNTRY = /^[A-Z]{3}$/;
const STATUSES = Object.keys(APPLICATION_TRANSITIONS) as ApplicationStatus[];

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
  @Day({ optional: true, description: 'Fifteen days from now if not given.' }) validUntil?: string;
  @Flag() feeWaived: boolean;
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
  @Text({ max: 10, example: '1998-04-17', description: 'Unknown parts are ××.' }) birthDate: string;
  @Text({ max: 100, example: 'Medan' }) placeOfBirth: string;
  @Choice(['F', 'M', 'X'] as const) sex: 'F' | 'M' | 'X';
}
