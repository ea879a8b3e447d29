import { normalizeIp } from '@nestjs/throttler';

/**
 * Where somebody is, as far as counting goes. An IPv6 address alone is nobody: whoever has one has the other 2^64 of its
 * network too, so those count as one (/64). IPv4 addresses are scarce and count each.
 */
export const networkOf = (address: string): string => normalizeIp(address);
