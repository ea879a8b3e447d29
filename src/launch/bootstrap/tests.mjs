// @ts-check
import { inCheckout } from './checkout.mjs';
import { runNode } from './run.mjs';
import { chromiumMissing, documentToolsMissing } from './tools.mjs';

/**
 * Rules and service, then what needs a browser and the document tools where those are there; under CI they must be.
 * @param {string[]} args
 */
export async function testEverything(args) {
  const projects = ['rules', 'service'];
  const missing = { browser: await chromiumMissing(), documents: await documentToolsMissing() };
  for (const [project, tools] of Object.entries(missing))
    if (tools.length === 0 || process.env.CI) projects.push(project);
    else console.error(`Skipped: the ${project} tests, because this machine has no ${tools.join(', ')}.`);
  return jest(projects, args);
}

/** @param {string[]} args */
export const testBrowser = async (args) => needing('browser', await chromiumMissing(), args);

/** @param {string[]} args */
export const testDocuments = async (args) => needing('documents', await documentToolsMissing(), args);

/** @param {string} project @param {string[]} missing @param {string[]} args */
function needing(project, missing, args) {
  if (missing.length === 0) return jest([project], args);
  console.error(
    `The ${project} tests need ${missing.join(', ')}. On Debian, as root, this command installs them.`,
  );
  return Promise.resolve(1);
}

/** @param {string[]} projects @param {string[]} args */
const jest = (projects, args) =>
  runNode([
    // our pages' scripts are stripped of their types by Node itself
    '--disable-warning=ExperimentalWarning',
    inCheckout('node_modules/jest/bin/jest.js'),
    '--passWithNoTests',
    '--selectProjects',
    ...projects,
    ...(args.length > 0 ? ['--', ...args] : []),
  ]);
