// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** Programs of the system that tests use, and the Debian packages that bring them. */
const CHROMIUM = { chromium: 'chromium' };
const DOCUMENT_TOOLS = {
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfsig: 'poppler-utils',
  dmtxread: 'dmtx-utils',
  qpdf: 'qpdf',
  openssl: 'openssl',
  'softhsm2-util': 'softhsm2',
  'pkcs11-tool': 'opensc',
};

/** @returns {Promise<string[]>} programs still missing after trying to install them */
export const chromiumMissing = () => missingAfterInstall(CHROMIUM);

/** @returns {Promise<string[]>} */
export const documentToolsMissing = () => missingAfterInstall(DOCUMENT_TOOLS);

/** Root on a machine with apt gets them installed. @param {Record<string, string>} tools */
async function missingAfterInstall(tools) {
  const missing = () => Object.keys(tools).filter((program) => !isOnPath(program));
  if (missing().length === 0 || process.getuid?.() !== 0 || !isOnPath('apt-get')) return missing();
  const packages = [...new Set(missing().map((program) => tools[program] ?? program))];
  console.error(`Installing ${packages.join(', ')} with apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, quiet: true });
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], { env, quiet: true });
  return missing();
}

/** @param {string} program */
const isOnPath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, program)));
