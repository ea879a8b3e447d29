import { Choice, Flag, Text } from '../../platform/http/fields.js';

/** Either the secret of the QR code, or the reference together with the typed code. */
export class AccessRequest {
  @Text({ max: 32, optional: true, example: 'GkCjT0zWb1c3p9jvJ0m3XQ' }) accessSecret?: string;
  @Text({ max: 40, optional: true, example: 'PNH-7K3M-Q2XD-5' }) reference?: string;
  @Text({ max: 40, optional: true, example: '4TRWZ-9K2MX' }) accessCode?: string;
}

/** Why somebody needs other codes than the ones on their receipt. */
export const RENEWAL_REASONS = ['lost', 'taken-away', 'seen-by-others', 'unreadable'] as const;
export type RenewalReason = (typeof RENEWAL_REASONS)[number];

/** New codes for somebody who stands before the officer. */
export class NewCodesRequest {
  @Choice(RENEWAL_REASONS) reason: RenewalReason;
  @Flag({ description: 'The officer sees the person, and knows them by face or papers. Must be true.' })
  personIsHere: boolean;
}
