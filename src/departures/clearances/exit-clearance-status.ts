export type ExitClearanceStatus = 'requested' | 'granted' | 'refused' | 'withdrawn';

/**
 * From which status a request for leave to exit may go to which. After a refusal another can be made;
 * withdrawn is one of somebody who no longer wants help.
 */
export const EXIT_CLEARANCE_TRANSITIONS: Record<ExitClearanceStatus, readonly ExitClearanceStatus[]> = {
  requested: ['granted', 'refused', 'withdrawn'],
  granted: [],
  refused: [],
  withdrawn: [],
};

export const clearanceMayBecome = (from: ExitClearanceStatus, to: ExitClearanceStatus): boolean =>
  EXIT_CLEARANCE_TRANSITIONS[from].includes(to);
