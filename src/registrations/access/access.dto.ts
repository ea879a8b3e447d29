import { Text } from '../../platform/http/fields.js';

/** Either the secret of the QR code, or the reference together with the typed code. */
export class AccessRequest {
  @Text({ max: 32, optional: true, example: 'GkCjT0zWb1c3p9jvJ0m3XQ' }) accessSecret?: string;
  @Text({ max: 40, optional: true, example: 'PNH-7K3M-Q2XD-5' }) reference?: string;
  @Text({ max: 40, optional: true, example: '4TRWZ-9K2MX' }) accessCode?: string;
}
