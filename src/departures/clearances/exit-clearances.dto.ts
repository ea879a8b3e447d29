import { Amount, Choice, Count, Flag, Id, Instant, Text, Whole } from '../../platform/http/fields.js';
import { EXIT_CLEARANCE_TRANSITIONS, type ExitClearanceStatus } from './exit-clearance-status.js';

const STATUSES = Object.keys(EXIT_CLEARANCE_TRANSITIONS) as ExitClearanceStatus[];

export class ExitClearanceRequest {
  @Whole({ min: 0, max: 36_500, example: 45, description: 'Days without a valid visa.' })
  overstayDays: number;
  @Flag({
    optional: true,
    description:
      'The person, who is there, agrees now that the host country is asked. Needed unless they agreed before.',
  })
  personAgrees?: boolean;
}

export class ExitClearanceGrantRequest {
  @Amount({ example: 450, description: 'How much of the fine is waived; at most all of it.' }) waived: number;
  @Text({
    max: 60,
    pattern: /^[A-Za-z0-9 ./-]+$/,
    example: 'EX-2026-00117',
    description: 'As the host country gave it.',
  })
  permitNumber: string;
}

export class ExitClearanceResponse {
  @Id() id: string;
  @Id() registrationId: string;
  @Choice(STATUSES) status: ExitClearanceStatus;
  @Count({ example: 45 }) overstayDays: number;
  @Amount({
    example: 450,
    description: "Before the waiver: days times the post's fine per day when it was asked for.",
  })
  fine: number;
  @Text({ max: 3, example: 'USD' }) fineCurrency: string;
  @Amount({ example: 450 }) waived: number;
  @Instant() requestedAt: string;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Count({ example: 1 }) version: number;
}

export class ExitPermitResponse {
  @Text({ max: 60, example: 'EX-2026-00117' }) permitNumber: string;
}
