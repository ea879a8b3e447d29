import { Choice, Flag, Id, Instant, Listed, Text } from '../../platform/http/fields.js';

export const DEVICE_KINDS = ['kiosk', 'board'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

export class NewDeviceRequest {
  @Choice(DEVICE_KINDS) kind: DeviceKind;
  @Text({ max: 80, example: 'Kiosk in the hall' }) name: string;
  @Id({ optional: true, description: 'Needed by who works for several posts.' }) postId?: string;
}

export class EnrolRequest {
  @Text({
    max: 40,
    example: '7K3M-Q2XD-5RTB-9WZC',
    description: 'The one-time code shown to the administrator.',
  })
  code: string;
}

export class DeviceResponse {
  @Id() id: string;
  @Choice(DEVICE_KINDS) kind: DeviceKind;
  @Text({ max: 80, example: 'Kiosk in the hall' }) name: string;
  @Flag() revoked: boolean;
  @Flag({ example: false, description: 'Not seen for 90 days: it is out, and has to be enrolled anew.' })
  lapsed: boolean;
  @Instant({ nullable: true }) enrolledAt: string | null;
  @Instant({ nullable: true, description: 'Last request, to a minute.' }) seenAt: string | null;
  @Instant({ nullable: true, description: 'Out from then on, unless it is seen before.' })
  expiresAt: string | null;
}

export class NewDeviceResponse extends DeviceResponse {
  @Text({
    max: 40,
    example: '7K3M-Q2XD-5RTB-9WZC',
    description: 'Shown once; good for one device within a day.',
  })
  enrolmentCode: string;
}

export class DeviceList {
  @Listed(() => DeviceResponse) items: DeviceResponse[];
}
