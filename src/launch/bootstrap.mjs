// @ts-check
/**
 * The way in for every npm script: installs what is missing, builds what has changed, and runs it under Node 24.
 * Plain JavaScript that needs no package, because it runs before there is any, on whatever Node the machine has.
 */
import { Failure } from './bootstrap/failure.mjs';
import { ensureBuilt } from './bootstrap/build.mjs';
import { check } from './bootstrap/check.mjs';
import { withDataFolder } from './bootstrap/data-folder.mjs';
import { ensureInstalled } from './bootstrap/installation.mjs';
import { inDist, ONE_V8_THREAD, runNode } from './bootstrap/run.mjs';
import { testBrowser, testDocuments, testEverything } from './bootstrap/tests.mjs';
import { answerUsage } from './bootstrap/usage.mjs';

/** Commands that are a program of their own: where it is, once built. */
const PROGRAMS = {
  'eval:duplicates': 'duplicates/evaluation/eval-duplicates.js',
  simulate: 'simulation/simulation.js',
  'intake:bulk': 'bulk-client/intake-bulk.js',
  surge: 'surge/surge.js',
  'document:sample': 'travel-documents/commands/document-sample.js',
  verify: 'travel-documents/commands/verify.js',
  'document:signer': 'travel-documents/commands/document-signer.js',
  'document:batch': 'travel-documents/commands/document-batch.js',
  pki: 'travel-documents/commands/pki.js',
  'bench:documents': 'bench/documents/documents.js',
  'bench:intake': 'bench/intake/intake.js',
  'bench:candidates': 'bench/candidates/candidates.js',
  'bench:calling': 'bench/calling/calling.js',
  'bench:status': 'bench/status/status.js',
};

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const COMMANDS = {
  start: (args) =>
    runNode([ONE_V8_THREAD, inDist('launch/start.js'), ...args], { env: withDataFolder(), endsWithUs: true }),
  build: async () => 0,
  test: testEverything,
  'test:browser': testBrowser,
  'test:documents': testDocuments,
  check,
};
for (const [name, program] of Object.entries(PROGRAMS))
  COMMANDS[name] = (args) => runNode([inDist(program), ...args], { env: withDataFolder() });

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
try {
  if (!command)
    throw new Failure(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`);
  const answered = answerUsage(name, args);
  if (answered) {
    console[answered.exitCode === 0 ? 'log' : 'error'](answered.said);
    process.exitCode = answered.exitCode;
  } else {
    await ensureInstalled();
    if (name !== 'check') await ensureBuilt();
    process.exitCode = await command(args);
  }
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
