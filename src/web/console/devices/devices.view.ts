import type { DeviceResponse } from '../../../staff/devices/devices.dto.js';
import type { FormView } from '../../forms/form.view.js';

export interface DevicesPage {
  devices: readonly DeviceResponse[];
  /** A supervisor sees them and takes them out. */
  mayAnnounce: boolean;
  form: FormView;
  values: { kind: string; name: string };
  /** What to type on the new device; shown once, in the answer to the form that announced it. */
  enrolment: { name: string; address: string; code: string } | null;
}
