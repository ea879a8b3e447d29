import { Text } from '../../platform/http/fields.js';

/** A kiosk shows the secret of the QR code, or reference and code together; an officer, who sees the person, the reference. */
export class CheckInRequest {
  @Text({ max: 32, optional: true, example: 'GkCjT0zWb1c3p9jvJ0m3XQ' }) accessSecret?: string;
  @Text({ max: 40, optional: true, example: 'PNH-7K3M-Q2XD-5' }) reference?: string;
  @Text({ max: 40, optional: true, example: '4TRWZ-9K2MX' }) accessCode?: string;
}
