import { Choice, Count, Id, Instant, Nested } from '../../platform/http/fields.js';
import { TicketResponse } from '../tickets/tickets.dto.js';

export class CounterOpeningRequest {
  @Id() counterId: string;
}

/** The caller at work at a counter, with the person who was called there. */
export class CounterSessionResponse {
  @Id() id: string;
  @Id() counterId: string;
  @Count({ example: 3 }) number: number;
  @Choice(['open', 'paused'] as const) state: 'open' | 'paused';
  @Instant() openedAt: string;
  @Nested(() => TicketResponse, { nullable: true }) ticket: TicketResponse | null;
}
