import { Choice, Count, Flag, Instant, Listed, Text } from '../../platform/http/fields.js';
import { type Milestone, MILESTONES } from '../journey/milestones.js';

export class StageResponse {
  @Choice(MILESTONES, { description: 'The furthest milestone that these people reached.' }) stage: Milestone;
  @Count({ nullable: true, example: 41, description: 'Null where it is withheld.' }) people: number | null;
  @Count({
    nullable: true,
    example: 190,
    description: 'Minutes since half of them reached it; null for nobody.',
  })
  medianMinutes: number | null;
  @Count({ nullable: true, example: 2880 }) oldestMinutes: number | null;
}

/** Where everybody stands who is still to be helped. */
export class StagesResponse {
  @Text({ max: 3, example: 'PNH' }) post: string;
  @Text({ max: 60, example: 'Asia/Phnom_Penh' }) timeZone: string;
  @Instant() asOf: string;
  @Flag({ description: 'Whether small counts are withheld from this reader.' }) suppressed: boolean;
  @Listed(() => StageResponse, { description: 'All of them, in the order of the journey.' })
  stages: StageResponse[];
}
