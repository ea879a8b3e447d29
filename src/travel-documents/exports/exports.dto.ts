import { Choice, Day, Instant, Listed, Text } from '../../platform/http/fields.js';

/** Why a number is no longer good. */
export const EXPORT_STATUSES = ['lost', 'stolen', 'revoked', 'void'] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];

export class ExportQuery {
  @Day({ description: 'A day of the post.' }) day: string;
}

/** One number that is no longer good. Nothing about whose it was. */
export class ExportedNumber {
  @Text({ max: 10, example: 'XA0000001' }) number: string;
  @Text({
    max: 2,
    example: 'PU',
    description: 'Emergency travel document on a single sheet (ICAO Doc 9303-8).',
  })
  type: string;
  @Choice(['document', 'blank'] as const, { description: 'A blank sheet has no document’s number.' })
  kind: 'document' | 'blank';
  @Text({ max: 3, example: 'IDN' }) issuer: string;
  @Choice(EXPORT_STATUSES) status: ExportStatus;
  @Day() date: string;
}

export class ExportResponse {
  @Text({ max: 3, example: 'PNH' }) post: string;
  @Day() day: string;
  @Instant({ nullable: true, description: 'Null while the day is not over: numbers may be added.' })
  frozenAt: string | null;
  @Listed(() => ExportedNumber) items: ExportedNumber[];
}
