import { Instant, Text } from '../../platform/http/fields.js';

/** A registration that a kiosk sealed for the service: docs/decisions/0015 says how, and what is in it. */
export class SealedRegistrationRequest {
  @Text({ max: 60_000, min: 120, pattern: /^[A-Za-z0-9_-]+$/, example: 'AQRk3r'.padEnd(120, 'x') })
  box: string;
}

/** What the kiosk may know afterwards. The codes are on the receipt that it printed. */
export class SealedRegistrationResponse {
  @Text({
    max: 20,
    example: 'PNH-7K3M-Q2XD-5',
    description: 'The number on the receipt, or another one where that was taken.',
  })
  reference: string;
  @Instant() receivedAt: string;
}
