import { Count, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';

export class SlotQuery extends PageQuery {
  @Text({ max: 40, optional: true, example: 'identity', description: '`identity` if not given.' })
  service?: string;
  @Instant({ optional: true, description: 'Slots that begin then or later; now if not given.' })
  from?: string;
}

export class SlotResponse {
  @Id() id: string;
  @Text({ max: 40, example: 'identity' }) service: string;
  @Instant() startsAt: string;
  @Instant({ example: '2026-01-16T02:12:00.000Z' }) endsAt: string;
  @Count({ example: 10 }) seats: number;
  @Count({ example: 3 }) free: number;
}

export class SlotPage {
  @Listed(() => SlotResponse) items: SlotResponse[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}
