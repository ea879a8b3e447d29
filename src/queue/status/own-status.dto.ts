import { Count, Flag, Instant, Nested } from '../../platform/http/fields.js';
import { OwnTicketResponse } from '../tickets/own-ticket.dto.js';

/** The turn of somebody who has not come yet, as the plan foresees it now. */
export class OwnTurnResponse {
  @Flag({ description: 'Whether the person was told to come.' }) called: boolean;
  @Count({ example: 34, description: 'People whose turn comes before, by the chance that they come.' })
  ahead: number;
  @Instant({ description: 'Eight in ten begin at a counter between this and `until`; to five minutes.' })
  from: string;
  @Instant() until: string;
}

/** Where the person who asks stands now. Made to be asked every minute by everybody. */
export class OwnStatusResponse {
  @Nested(() => OwnTicketResponse, {
    nullable: true,
    description: 'The visit of today; null before check-in.',
  })
  ticket: OwnTicketResponse | null;
  @Nested(() => OwnTurnResponse, {
    nullable: true,
    description: 'Before check-in, where the post calls by plan and the turn is near enough to be foreseen.',
  })
  turn: OwnTurnResponse | null;
  @Instant({ description: 'When this was true; seconds ago at most.' }) asOf: string;
}
