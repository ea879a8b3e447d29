import { Choice, Count, Flag, Id, Instant, Listed, Nested, Text } from '../../platform/http/fields.js';

/** A number and where it is called to: all that a hall may see. */
export class CallResponse {
  @Text({ max: 10, example: '042' }) number: string;
  @Count({ example: 3 }) counter: number;
}

export class CounterAtWorkResponse {
  @Count({ example: 3 }) number: number;
  @Choice(['open', 'paused', 'closed'] as const) state: 'open' | 'paused' | 'closed';
  @Text({ max: 120, optional: true, example: 'Sari Contoh', description: 'Not shown to boards.' })
  officerName?: string;
  @Id({ optional: true, description: 'With it a supervisor can close the counter of somebody who has gone.' })
  sessionId?: string;
  @Text({ max: 10, nullable: true, example: '042' }) ticket: string | null;
  @Instant({ nullable: true, description: 'Since when in this state, today.' }) since: string | null;
}

export class WaitingByBand {
  @Count({ example: 1 }) urgent: number;
  @Count({ example: 4 }) high: number;
  @Count({ example: 7 }) standard: number;
}

/** The hall of one post now. */
export class QueueResponse {
  @Count() waiting: number;
  @Nested(() => WaitingByBand) byBand: WaitingByBand;
  @Count({ nullable: true, example: 14, description: 'How long the one waiting longest has waited.' })
  longestMinutes: number | null;
  @Listed(() => CallResponse, { description: 'Numbers at a counter or called to one; last called first.' })
  called: CallResponse[];
  @Listed(() => CounterAtWorkResponse) counters: CounterAtWorkResponse[];
  @Instant() asOf: string;
}

/** What the board shows. */
export class BoardCallResponse {
  @Text({ max: 10, example: '042' }) number: string;
  @Text({ max: 10, example: '3' }) counter: string;
}

/** Data of the event `calls`: the whole board, so that a receiver which missed one is right again with the next. */
export class BoardResponse {
  @Listed(() => BoardCallResponse, { description: 'Last called first.' }) calls: BoardCallResponse[];
  @Instant() asOf: string;
  @Flag({ description: 'Whether a number is new or was called again.' }) chime: boolean;
}
