import { Instant, Nested } from '../../platform/http/fields.js';
import { OwnTicketResponse } from '../tickets/own-ticket.dto.js';

/** Where the person who asks stands now. Made to be asked every minute by everybody. */
export class OwnStatusResponse {
  @Nested(() => OwnTicketResponse, {
    nullable: true,
    description: 'The visit of today; null before check-in.',
  })
  ticket: OwnTicketResponse | null;
  @Instant({ description: 'When this was true; seconds ago at most.' }) asOf: string;
}
