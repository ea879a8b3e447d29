import { Text } from '../../platform/http/fields.js';
import { readReference } from '../reference.js';
import type { AccessCredentials } from './access-credentials.js';

/**
 * What an enrolled device printed before it could ask us: number and codes become true with the registration. A number
 * that is taken by then gives way to a new one; the secret of the QR code opens the registration all the same.
 */
export class DeviceReceipt implements AccessCredentials {
  @Text({ max: 20, optional: true, example: 'PNH-7K3M-Q2XD-5' }) reference?: string;
  @Text({
    max: 11,
    pattern: /^[0-9BCDFGHJKMNPQRSTVWXYZ]{5}-[0-9BCDFGHJKMNPQRSTVWXYZ]{5}$/,
    example: '4TRWZ-9K2MX',
  })
  accessCode: string;
  @Text({ max: 22, pattern: /^[A-Za-z0-9_-]{22}$/, example: 'GkCjT0zWb1c3p9jvJ0m3XQ' }) accessSecret: string;
}

/** Whether a device's number is one that this post could have given. */
export const isNumberOf = (post: string, reference: string): boolean =>
  readReference(reference) === reference && reference.startsWith(`${post}-`);
