import type { LocationDetails } from '../person-details.js';
import type { Registration } from '../registration.entity.js';
import type { OwnLocationResponse } from '../registrations.dto.js';

/** Whether somebody else handed the person their codes: a member of staff or an organisation, who may have kept them. */
export const wereHandedOver = ({
  channel,
  codesRenewedAt,
}: Pick<Registration, 'channel' | 'codesRenewedAt'>): boolean =>
  codesRenewedAt !== null || channel === 'officer' || channel === 'organisation';

/**
 * What the page of the person shows of where they are. Under codes that somebody else handed over it says that a place is held,
 * and not which: else one member of staff would give new codes and read, alone, what takes a second person (decision 44).
 */
export function ownLocation(
  registration: Pick<Registration, 'channel' | 'codesRenewedAt'>,
  { whereNow, whereHeld }: LocationDetails,
): OwnLocationResponse {
  const told = { ...(whereNow !== undefined && { whereNow }), ...(whereHeld !== undefined && { whereHeld }) };
  return wereHandedOver(registration) ? { unshown: Object.keys(told) as (keyof LocationDetails)[] } : told;
}
