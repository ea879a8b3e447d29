import { STAFF_ROLES } from '../platform/auth/roles.js';
import { consoleGlobals } from './console/console-globals.js';
import { toneOf } from './document-check/document-check.view.js';
import { FIGURE_CODES } from '../reports/figures/figures.js';
import { menuOf } from './frame/nav.js';
import { spelled } from './kiosk/device/spelled.js';
import { paths } from './paths.js';
import * as answers from './register/answers.js';

/** A number within a sentence keeps its own direction, whatever the sentence's. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** What templates may use besides their model: addresses, and the choices that forms offer. */
export const templateGlobals = {
  paths,
  menuOf,
  answers,
  toneOf,
  isolated,
  spelled,
  figures: FIGURE_CODES,
  roles: STAFF_ROLES,
  ...consoleGlobals,
};
