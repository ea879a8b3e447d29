import { STAFF_ROLES } from '../platform/auth/roles.js';
import { consoleGlobals } from './console/console-globals.js';
import { toneOf } from './document-check/document-check.view.js';
import { FIGURE_CODES } from '../reports/figures/figures.js';
import { navPaths, paths } from './paths.js';
import * as answers from './register/answers.js';

/** What templates may use besides their model: addresses, and the choices that forms offer. */
export const templateGlobals = {
  paths,
  navPaths,
  answers,
  toneOf,
  figures: FIGURE_CODES,
  roles: STAFF_ROLES,
  ...consoleGlobals,
};
