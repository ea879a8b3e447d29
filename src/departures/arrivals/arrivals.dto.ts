import { Choice, Choices, Count, Day, Flag, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';
import type { DepartureStatus } from '../departure-status.js';
import { DEPARTURE_STATUSES } from '../departures.dto.js';
import { CARE_NEEDS, type CareNeed } from './care-needs.js';

export class ArrivalsQuery extends PageQuery {
  @Day({
    optional: true,
    description:
      'First day of leaving, in the zone of the post. If not given: today, and whoever left before and has not arrived.',
  })
  from?: string;
  @Day({ optional: true, description: 'Last day of leaving; a week after the first if not given.' })
  to?: string;
}

/** Somebody who is on the way, or soon will be. Without the consent to tell those who care on arrival: only that, nothing else. */
export class ArrivalResponse {
  @Id() id: string;
  @Choice(DEPARTURE_STATUSES) status: DepartureStatus;
  @Text({ max: 80, example: 'Contoh Air' }) carrier: string;
  @Text({ max: 20, example: 'CT 601' }) serviceNumber: string;
  @Text({ max: 80, example: 'Phnom Penh' }) from: string;
  @Text({ max: 80, example: 'Medan' }) to: string;
  @Instant() scheduledAt: string;
  @Instant({ nullable: true }) departedAt: string | null;
  @Instant({ nullable: true }) arrivedAt: string | null;
  @Flag({ description: 'Whether the person agrees that the agency at home is told who they are.' })
  agreed: boolean;
  @Text({ max: 20, nullable: true, example: 'PNH-7K3M-Q2XD-5' }) reference: string | null;
  @Text({
    max: 200,
    nullable: true,
    example: 'Budi Contoh',
    description: 'Masked for the post; null without consent.',
  })
  name: string | null;
  @Choice(['F', 'M', 'X'] as const, { nullable: true }) sex: 'F' | 'M' | 'X' | null;
  @Count({ nullable: true, example: 1998 }) birthYear: number | null;
  @Choices(CARE_NEEDS, {
    nullable: true,
    description: 'What care has to be ready for; null without consent.',
  })
  needs: CareNeed[] | null;
  @Count({ example: 4 }) version: number;
}

export class ArrivalPage {
  @Listed(() => ArrivalResponse) items: ArrivalResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}
