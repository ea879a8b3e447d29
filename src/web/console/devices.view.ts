import type { FormView } from '../forms/form.view.js';

export const DEVICE_KINDS = ['kiosk', 'board'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

export interface DeviceRow {
  id: string;
  kind: DeviceKind;
  name: string;
  enrolledAt: string | null;
  lastSeenAt: string | null;
  revoked: boolean;
}

export interface DevicesPage {
  devices: readonly DeviceRow[];
  form: FormView;
  values: { kind: DeviceKind | null; name: string };
  /** Address to open once on the new device; shown once. */
  enrolment: { name: string; address: string; expiresAt: string } | null;
}
