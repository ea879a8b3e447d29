import { REASONS_FOR, OUTCOMES } from '../../identity/decision-rules.js';
import { TIE_KINDS } from '../../identity/assignment/tie-kinds.js';
import { JUDGEMENTS } from '../../identity/interview/question-bank.js';
import { OFFICER_SOURCES } from '../../identity/photos/photo-sources.js';
import { RECORDED_KINDS } from '../../identity/evidence-kinds.js';
import { PAIR_STATUSES } from '../../duplicates/pairs/pair-status.js';
import { DEVICE_KINDS } from '../../staff/devices/devices.dto.js';
import { COUNT_EXPLANATIONS, SPOILING_REASONS } from '../../travel-documents/blanks/blank-status.js';
import {
  DECLINE_REASONS,
  OLD_PASSPORT_STATES,
  REPLACEMENT_REASONS,
} from '../../travel-documents/applications/applications.dto.js';
import { VALIDITY_REASONS } from '../../travel-documents/applications/document-validity.js';
import { WAIVER_REASONS } from '../../travel-documents/applications/fee.js';
import {
  COLLECTORS,
  REVOCATION_REASONS,
  VOIDING_REASONS,
} from '../../travel-documents/documents/document-status.js';
import { BANDS } from '../../triage/band.js';
import { RENEWAL_REASONS } from '../../registrations/access/access.dto.js';
import { CHOSEN_REASONS } from './case/case-act.js';
import { SEARCH_REASONS } from './search/search.view.js';
import { STATE_TONES } from './state-tones.js';

/** What the console's templates may use besides their model: the choices that its forms offer, and the tones of states. */
export const consoleGlobals = {
  tones: STATE_TONES,
  bands: BANDS,
  pairStatuses: PAIR_STATUSES,
  deviceKinds: DEVICE_KINDS,
  searchReasons: SEARCH_REASONS,
  revealReasons: CHOSEN_REASONS,
  renewalReasons: RENEWAL_REASONS,
  evidenceKinds: RECORDED_KINDS,
  tieKinds: TIE_KINDS,
  judgements: JUDGEMENTS,
  officerSources: OFFICER_SOURCES,
  identityOutcomes: OUTCOMES,
  identityReasons: REASONS_FOR,
  declineReasons: DECLINE_REASONS,
  oldPassportStates: OLD_PASSPORT_STATES,
  replacementReasons: REPLACEMENT_REASONS,
  validityReasons: VALIDITY_REASONS,
  waiverReasons: WAIVER_REASONS,
  revocationReasons: REVOCATION_REASONS,
  voidingReasons: VOIDING_REASONS,
  collectors: COLLECTORS,
  spoilingReasons: SPOILING_REASONS,
  countExplanations: COUNT_EXPLANATIONS,
  /** Needs that change how an officer receives the person, said at the top of the case. */
  alarmingNeeds: ['danger-now', 'held-or-forced', 'unaccompanied-minor', 'medical-emergency'],
};
