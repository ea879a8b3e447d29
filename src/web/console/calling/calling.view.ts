import type { ClosureReason, ClosureResponse } from '../../../appointments/closures/closures.dto.js';
import type {
  CallForwardSettingResponse,
  CallPlanResponse,
} from '../../../queue/call-forward/call-forward.dto.js';
import type { FormView } from '../../forms/form.view.js';

/** What the call-forward plan sees, its switch, and the days on which the post is closed. */
export interface CallingPage {
  plan: CallPlanResponse;
  setting: CallForwardSettingResponse;
  closures: readonly ClosureResponse[];
  reasons: readonly ClosureReason[];
  form: FormView;
  values: { from: string; to: string; reason: string };
}
