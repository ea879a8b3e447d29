import { Choice, Count, Instant, Nested, Text } from '../../platform/http/fields.js';
import { TICKET_STATUSES, type TicketStatus } from './ticket-status.js';
import { ExpectedWaitResponse } from './tickets.dto.js';

/** A visit as the person sees it, on their phone or at a kiosk that strangers can look at: nothing about why they came. */
export class OwnTicketResponse {
  @Text({ max: 10, example: '042' }) number: string;
  @Choice(TICKET_STATUSES) status: TicketStatus;
  @Count({ nullable: true, example: 3, description: 'Where to go, once called.' }) counter: number | null;
  @Count({ example: 2, description: 'People who come before.' }) ahead: number;
  @Count({ nullable: true, example: 15, description: 'The best guess, or null where nobody can say.' })
  expectedMinutes: number | null;
  @Nested(() => ExpectedWaitResponse, { nullable: true, description: 'Null where nobody can say.' })
  expectedRange: ExpectedWaitResponse | null;
  @Instant() asOf: string;
}
