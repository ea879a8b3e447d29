import type { ClosureReason, ClosureResponse } from '../../../appointments/closures/closures.dto.js';
import type { CallSettingResponse, CallPlanResponse } from '../../../queue/call-rounds/call-setting.dto.js';
import type { FormView } from '../../forms/form.view.js';

/** What the call plan sees, its switch, and the days on which the post is closed. */
export interface CallingPage {
  plan: CallPlanResponse;
  setting: CallSettingResponse;
  closures: readonly ClosureResponse[];
  reasons: readonly ClosureReason[];
  form: FormView;
  values: { from: string; to: string; reason: string };
}
