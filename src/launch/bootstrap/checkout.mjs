// @ts-check
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout's folder, from wherever the command was given. */
export const ROOT = realpathSync(join(import.meta.dirname ?? dirnameOf(import.meta.url), '../../..'));

/** @param {string} path inside the checkout */
export const inCheckout = (path) => join(ROOT, path);

/** Node before 20.11 knows no `import.meta.dirname`. @param {string} url */
function dirnameOf(url) {
  return decodeURIComponent(new URL('.', url).pathname);
}
