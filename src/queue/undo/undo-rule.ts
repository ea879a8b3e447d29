import type { LastChange } from '../tickets/last-change.js';
import type { TicketStatus } from '../tickets/ticket-status.js';

/** As long as a slip of the hand is noticed; afterwards others may have acted on what was done. */
export const UNDO_SECONDS = 15;

/** What the audit log calls the acts that can be taken back. */
export const UNDOABLE = ['finished', 'parked', 'missed', 'transferred'] as const;
export type UndoableAct = (typeof UNDOABLE)[number];

export type UndoAnswer = { act: UndoableAct; to: TicketStatus; secondsLeft: number } | 'too-late' | 'not-own';

/** Whether whoever asks may take back what was done to a ticket last: their own act, and only for some seconds. */
export function mayUndo(last: LastChange | undefined, officerId: string | null): UndoAnswer {
  const act = UNDOABLE.find((undoable) => undoable === last?.act);
  if (!last || !act || last.from === null || officerId === null || last.actorId !== officerId)
    return 'not-own';
  const secondsLeft = UNDO_SECONDS - last.secondsAgo;
  return secondsLeft > 0 ? { act, to: last.from, secondsLeft: Math.ceil(secondsLeft) } : 'too-late';
}
