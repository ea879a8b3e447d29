export type RegistrationStatus = 'received' | 'active' | 'merged' | 'withdrawn' | 'closed';

/**
 * From which status a registration may go to which. Closed and withdrawn can be taken up again; a merge that is undone
 * leads back to where it came from. Whoever withdrew and registers again has their earlier case merged into the new one.
 */
export const REGISTRATION_TRANSITIONS: Record<RegistrationStatus, readonly RegistrationStatus[]> = {
  received: ['active', 'merged', 'withdrawn', 'closed'],
  active: ['merged', 'withdrawn', 'closed'],
  merged: ['received', 'active', 'withdrawn'],
  withdrawn: ['active', 'merged'],
  closed: ['active'],
};

export const mayBecome = (from: RegistrationStatus, to: RegistrationStatus): boolean =>
  REGISTRATION_TRANSITIONS[from].includes(to);

/** Whether the person is still to be helped: later stages act on no other registration. */
export const isOpen = (status: RegistrationStatus): boolean => status === 'received' || status === 'active';
