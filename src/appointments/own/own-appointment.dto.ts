import { Count, Flag, Id, Instant, Listed } from '../../platform/http/fields.js';

export class OwnChoice {
  @Id() slotId: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
}

export class OwnChoices {
  @Listed(() => OwnChoice, { description: 'Times that are free now, earliest first; of each day a few.' })
  items: OwnChoice[];
}

export class ChosenTimeRequest {
  @Id({ description: 'One of the choices.' }) slotId: string;
}

export class EarlierWishRequest {
  @Flag({ description: 'Whether the person would come earlier if a time becomes free.' }) wanted: boolean;
}

export class EarlierWishResponse {
  @Flag() wanted: boolean;
  @Count({ example: 2 }) version: number;
}
