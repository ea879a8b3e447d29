import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, parseCatalogue } from './catalogue.js';

const FOLDER = join(import.meta.dirname, 'catalogues');

/**
 * Every language there is, found from the folders themselves: adding a language is adding one file in `public`; one in
 * `staff` besides makes it a language of the console.
 * @throws InvalidCatalogueError, so that a broken catalogue stops the start and not a reader.
 */
export function readCatalogues(): Catalogue[] {
  return readdirSync(join(FOLDER, 'public'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => parseCatalogue(file.replace(/\.json$/, ''), read('public', file), read('staff', file)));
}

function read(audience: 'public' | 'staff', file: string): unknown {
  const path = join(FOLDER, audience, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
