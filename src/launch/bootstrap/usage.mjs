// @ts-check

/**
 * @typedef {object} Usage
 * @property {string} usage
 * @property {string[]} [options]
 * @property {boolean} [names] takes names, as of files
 */

const TESTS = (/** @type {string} */ command, /** @type {string} */ what) => ({
  usage: `${command} [-- FILE …]\n\n${what} With FILE, those whose path has that in it.`,
  names: true,
});

/** The commands that are no program with a usage of its own. @type {Record<string, Usage>} */
const USAGES = {
  start: {
    usage: `npm start [-- --new-passwords]

Serves Pulang, as a demonstration with a database of its own unless NODE_ENV=production. Settings are variables, such
as PORT, DATA_DIR and DATABASE_URL: docs/operations.md
  --new-passwords  makes new passwords and codes for a demonstration, and shows them once`,
    options: ['--new-passwords'],
  },
  build: { usage: 'npm run build\n\nBuilds dist/ where the sources have changed since.' },
  check: {
    usage:
      'npm run check\n\nTypes, lint, format, direction of imports and dead code, without running any of it.',
  },
  test: TESTS(
    'npm test',
    'Runs all tests; those for browser and documents where the tools for them are there.',
  ),
  'test:browser': TESTS('npm run test:browser', 'Runs the tests in a real browser.'),
  'test:documents': TESTS('npm run test:documents', 'Runs the tests on real documents.'),
};

/**
 * Answers `--help` and what is not understood, before anything is installed, built or run.
 * @param {string} name of the command @param {string[]} args
 * @returns {{ said: string, exitCode: number } | undefined} nothing where the command may go ahead
 */
export function answerUsage(name, args) {
  const known = USAGES[name];
  if (!known) return undefined;
  if (args.includes('--help')) return { said: known.usage, exitCode: 0 };
  const wrong = args.find((arg) => !(arg.startsWith('-') ? known.options?.includes(arg) : known.names));
  if (wrong === undefined) return undefined;
  const what = wrong.startsWith('-') ? 'option' : 'argument';
  return { said: `Unknown ${what} '${wrong}'.\n\n${known.usage}`, exitCode: 2 };
}
