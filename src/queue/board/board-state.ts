import { ticketNumber } from '../tickets/ticket-number.js';
import type { CallRow } from './hall.sql.js';
import type { BoardResponse } from './queue.dto.js';

/** What a receiver was shown last, to know what is new to it. */
export interface BoardState {
  board: BoardResponse;
  calls: ReadonlySet<string>;
}

/** The next board for a receiver. It chimes for a number that is new or was called again, never at first sight. */
export function nextBoard(
  shown: BoardState | undefined,
  { calls, asOf }: { calls: readonly CallRow[]; asOf: Date },
): BoardState {
  return {
    board: {
      calls: calls.map(({ number, counter }) => ({ number: ticketNumber(number), counter: String(counter) })),
      asOf: asOf.toISOString(),
      chime: shown !== undefined && calls.some(({ call }) => !shown.calls.has(call)),
    },
    calls: new Set(calls.map(({ call }) => call)),
  };
}
