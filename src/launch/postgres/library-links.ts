import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

interface Link {
  source: string;
  target: string;
}

/**
 * Makes the links between shared libraries that npm cannot pack and that the package makes in its install script
 * (`native/pg-symlinks.json`). They are missing after `npm ci --ignore-scripts`.
 * @param folder the package's `native` folder
 * @returns whether all are there now
 */
export function linkLibraries(folder: string): boolean {
  const root = dirname(folder);
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as Link[];
  try {
    for (const { source, target } of links)
      if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target));
    return true;
  } catch {
    return false;
  }
}
