import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from 'sass';
import { buildBrowserModules } from './browser-modules.js';
import { toLogicalProperties } from './logical-properties.js';

const SHEETS = ['page', 'kiosk', 'console', 'board'];

/**
 * Writes what browsers load, style sheets and scripts, into one folder. Run after the build, which does not copy Sass:
 * `node dist/src/web/styles/build-styles.js` fills `dist/src/web/public`.
 * @param folder is created where it is missing.
 */
export function buildStyles(folder: string): void {
  const root = projectRoot();
  mkdirSync(folder, { recursive: true });
  for (const sheet of SHEETS) {
    const { css } = compile(join(root, `src/web/styles/${sheet}.scss`), {
      style: 'compressed',
      loadPaths: [join(root, 'node_modules/govuk-frontend/dist')],
      quietDeps: true,
    });
    writeFileSync(join(folder, `${sheet}.css`), toLogicalProperties(css));
  }
  cpSync(join(root, 'src/web/client'), folder, { recursive: true });
  buildBrowserModules(root, folder);
}

function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

if (import.meta.main) buildStyles(join(projectRoot(), 'dist/src/web/public'));
