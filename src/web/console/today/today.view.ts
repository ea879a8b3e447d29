import type {
  TransferChoicesResponse,
  TransferNoteResponse,
} from '../../../queue/transfers/transfers.dto.js';
import type { UndoOffer } from '../../../queue/undo/undo.service.js';
import type { CounterSessionResponse } from '../../../queue/counters/counters.dto.js';
import type { TicketResponse } from '../../../queue/tickets/tickets.dto.js';
import type { Band } from '../../../triage/band.js';
import type { Refusal } from '../../forms/refusal.js';

/** What waits in the hall; the only part that changes by itself. */
export interface WaitingPanel {
  waiting: number;
  byBand: Readonly<Record<Band, number>>;
  longestMinutes: number | null;
  /** ISO 8601 with offset. */
  asOf: string;
}

/** An officer's own counter, the person at it, and what waits behind. */
export interface TodayPage {
  counter: Pick<CounterSessionResponse, 'number' | 'state'> | null;
  /** Counters free to take, where the officer has none. */
  freeCounters: readonly { id: string; number: number }[];
  current: TicketResponse | null;
  /** What officers wrote who handed the current person over. */
  notes: readonly TransferNoteResponse[];
  /** To whom the current person can be handed over. */
  transfer: TransferChoicesResponse;
  /** The last act, while it can be taken back. */
  undo: UndoOffer | null;
  parked: readonly TicketResponse[];
  hall: WaitingPanel;
  /** The officer called, and nobody waits. */
  nobody: boolean;
  /** Why the last act was not done. */
  refused: Refusal | null;
}
