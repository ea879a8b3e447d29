import { Choice, Count, Instant, Text } from '../../platform/http/fields.js';
import { ERASURE_STATUSES, type ErasureStatus } from './erasure-status.js';

/** How far a person's wish to be erased has come. */
export class ErasureResponse {
  @Choice(ERASURE_STATUSES) status: ErasureStatus;
  @Instant() askedAt: string;
  @Instant({ nullable: true }) confirmedAt: string | null;
  @Instant({ nullable: true, description: 'From when on it is carried out, by itself.' }) dueAt:
    string | null;
  @Text({
    max: 60,
    nullable: true,
    example: 'travel-document-valid',
    description: 'The duty that makes us keep it for now; it is erased by itself after `keptUntil`.',
  })
  keptBecause: string | null;
  @Instant({ nullable: true }) keptUntil: string | null;
  @Count({ example: 1 }) version: number;
}
