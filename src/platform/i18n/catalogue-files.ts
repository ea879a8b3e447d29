import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, parseCatalogue } from './catalogue.js';

const FOLDER = join(import.meta.dirname, 'catalogues');

/**
 * Every language there is, found from the folder itself: adding a language is adding one file.
 * @throws InvalidCatalogueError, so that a broken catalogue stops the start and not a reader.
 */
export function readCatalogues(): Catalogue[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) =>
      parseCatalogue(file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
    );
}
