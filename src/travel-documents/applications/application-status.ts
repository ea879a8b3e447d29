export type ApplicationStatus = 'applied' | 'approved' | 'declined' | 'issued';

/** From which status an application may go to which. */
export const APPLICATION_TRANSITIONS: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  applied: ['approved', 'declined'],
  approved: ['issued', 'declined'],
  declined: [],
  issued: [],
};

export const applicationMayBecome = (from: ApplicationStatus, to: ApplicationStatus): boolean =>
  APPLICATION_TRANSITIONS[from].includes(to);
