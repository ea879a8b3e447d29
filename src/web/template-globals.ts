import { BANDS } from './console/band.js';
import { REVEAL_REASONS } from './console/case/case-act.js';
import {
  EVIDENCE_KINDS,
  EVIDENCE_RESULTS,
  IDENTITY_DECISIONS,
  IDENTITY_LEVELS,
} from './console/case/case-identity.view.js';
import { REVOCATION_REASONS } from './console/case/case-travel-document.view.js';
import { DEVICE_KINDS } from './console/devices.view.js';
import { STATE_TONES } from './console/state-tones.js';
import { SEARCH_REASONS } from './console/today.view.js';
import { toneOf } from './document-check/document-check.view.js';
import { FIGURES } from './ministry/figure.js';
import { ROLES } from './page-context.js';
import { navPaths, paths } from './paths.js';
import * as answers from './register/answers.js';

/** What templates may use besides their model: addresses, and the choices that forms offer. */
export const templateGlobals = {
  paths,
  navPaths,
  answers,
  figures: FIGURES,
  toneOf,
  tones: STATE_TONES,
  bands: BANDS,
  roles: ROLES,
  deviceKinds: DEVICE_KINDS,
  searchReasons: SEARCH_REASONS,
  revealReasons: REVEAL_REASONS,
  evidenceKinds: EVIDENCE_KINDS,
  evidenceResults: EVIDENCE_RESULTS,
  identityDecisions: IDENTITY_DECISIONS,
  identityLevels: IDENTITY_LEVELS,
  revocationReasons: REVOCATION_REASONS,
};
