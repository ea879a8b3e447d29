/** Withdrawn is what becomes of an open application when the person no longer wants help. */
export type ApplicationStatus = 'applied' | 'approved' | 'declined' | 'issued' | 'withdrawn';

/** From which status an application may go to which. */
export const APPLICATION_TRANSITIONS: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  applied: ['approved', 'declined', 'withdrawn'],
  approved: ['issued', 'declined', 'withdrawn'],
  declined: [],
  issued: [],
  withdrawn: [],
};

export const applicationMayBecome = (from: ApplicationStatus, to: ApplicationStatus): boolean =>
  APPLICATION_TRANSITIONS[from].includes(to);
