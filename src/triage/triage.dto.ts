import { Choice, Choices, Count, Id, Instant, Listed, Text } from '../platform/http/fields.js';
import { type Band, BANDS } from './band.js';
import { BAND_REASONS, type BandReason } from './band-reasons.js';

/** How soon somebody is seen, and why. */
export class TriageResponse {
  @Choice(BANDS) band: Band;
  @Choices(BAND_REASONS, { example: ['injured-or-ill'] }) reasons: BandReason[];
  @Id({ nullable: true, description: 'The officer who set it; null where the rule did.' })
  assessedBy: string | null;
  @Instant() assessedAt: string;
  @Count({ example: 1 }) version: number;
}

export class BandOverrideRequest {
  @Choice(BANDS) band: Band;
  @Text({ max: 300, min: 8, example: 'Was seen to faint in the hall', description: 'Kept sealed.' })
  reason: string;
}

export class BandNotesRequest {
  @Text({ max: 300, min: 8, example: 'Takes over the case and plans the day' }) reason: string;
}

class BandNote {
  @Choice(BANDS) band: Band;
  @Text({ max: 300, example: 'Was seen to faint in the hall' }) note: string;
  @Id() assessedBy: string;
  @Instant() assessedAt: string;
}

/** Why officers set the band, oldest first. */
export class BandNotesResponse {
  @Listed(() => BandNote) notes: BandNote[];
}
