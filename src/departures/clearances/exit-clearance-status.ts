export type ExitClearanceStatus = 'requested' | 'granted' | 'refused';

/** From which status a request for leave to exit may go to which. After a refusal another can be made. */
export const EXIT_CLEARANCE_TRANSITIONS: Record<ExitClearanceStatus, readonly ExitClearanceStatus[]> = {
  requested: ['granted', 'refused'],
  granted: [],
  refused: [],
};

export const clearanceMayBecome = (from: ExitClearanceStatus, to: ExitClearanceStatus): boolean =>
  EXIT_CLEARANCE_TRANSITIONS[from].includes(to);
