import { Text } from '../../platform/http/fields.js';

/** Two codes as typed, or what a reader of QR codes types in their place; and a key that makes a second press harmless. */
export class KioskCheckInForm {
  @Text({ max: 200, optional: true }) reference?: string;
  @Text({ max: 40, optional: true }) accessCode?: string;
  @Text({ max: 32, min: 16, pattern: /^[A-Za-z0-9_-]+$/ }) key: string;
}
