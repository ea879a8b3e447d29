import { Choice, Count, Id, Instant, Text, Texts } from '../platform/http/fields.js';
import { DEPARTURE_TRANSITIONS, type DepartureStatus } from './departure-status.js';

export const DEPARTURE_STATUSES = Object.keys(DEPARTURE_TRANSITIONS) as DepartureStatus[];

/** A ticket that the person bought, or a seat on a charter. */
export class DepartureRequest {
  @Text({ max: 80, example: 'Contoh Air' }) carrier: string;
  @Text({
    max: 20,
    pattern: /^[A-Za-z0-9 -]+$/,
    example: 'CT 601',
    description: 'Of the flight, train or coach.',
  })
  serviceNumber: string;
  @Text({ max: 80, example: 'Phnom Penh' }) from: string;
  @Text({ max: 80, example: 'Medan' }) to: string;
  @Texts({
    max: 3,
    maxItems: 5,
    pattern: /^[A-Z]{3}$/,
    example: ['SGP', 'IDN'],
    description:
      'Countries of the ticket in order, the last where it ends; at least that one. A travel document must name them.',
  })
  route: string[];
  @Instant({ description: 'When it leaves. At most a day ago.', example: '2026-02-01T14:30:00+07:00' })
  scheduledAt: string;
}

/** The same journey, at the time that it now leaves. */
export class DepartureMoveRequest {
  @Instant({ description: 'When it leaves now. At most 31 days ago.', example: '2026-02-01T12:10:00+07:00' })
  scheduledAt: string;
}

/** A step of the journey that has happened. */
export class DepartureStepRequest {
  @Instant({
    optional: true,
    description:
      'When it happened; now, if not given. Required of boarding and departure from an hour after the journey’s time.',
    example: '2026-02-01T14:40:00+07:00',
  })
  at?: string;
}

export class DepartureResponse {
  @Id() id: string;
  @Id() registrationId: string;
  @Choice(DEPARTURE_STATUSES) status: DepartureStatus;
  @Text({ max: 80, example: 'Contoh Air' }) carrier: string;
  @Text({ max: 20, example: 'CT 601' }) serviceNumber: string;
  @Text({ max: 80, example: 'Phnom Penh' }) from: string;
  @Text({ max: 80, example: 'Medan' }) to: string;
  @Texts({ max: 3, maxItems: 5, example: ['SGP', 'IDN'] }) route: string[];
  @Instant() scheduledAt: string;
  @Instant() plannedAt: string;
  @Instant({ nullable: true }) clearedAt: string | null;
  @Instant({ nullable: true }) boardedAt: string | null;
  @Instant({ nullable: true }) departedAt: string | null;
  @Instant({ nullable: true }) arrivedAt: string | null;
  @Count({ example: 1 }) version: number;
}
