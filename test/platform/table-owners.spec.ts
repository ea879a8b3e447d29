import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));
/** They fill or measure a database from outside the service. */
const OUTSIDE = ['launch', 'bench'];
const WRITE = /\b(?:UPDATE|INSERT INTO|DELETE FROM|MERGE INTO)\s+"?([a-z_]+|\$\{\w+[.}])"?/g;
/** Their own tables, one after the other; all of them are written elsewhere by name, in the same folder. */
const NAMED_ELSEWHERE = ['staff/second-factor/factors.ts', 'staff/access/session-clean-up.ts'];
/** What follows `FOR UPDATE`, and prose. */
const NO_TABLES = ['of', 'skip', 'set'];

/** Decision 6: each stage is one folder and owns its tables. Others have what they need done by what that folder exports. */
it('each table is written by one folder, and SQL says which', () => {
  const writers = new Map<string, Set<string>>();
  const putIn: string[] = [];
  for (const file of globSync('*/**/*.ts', { cwd: SOURCES }).filter((name) => !name.endsWith('.spec.ts'))) {
    const folder = file.slice(0, file.indexOf('/'));
    if (OUTSIDE.includes(folder)) continue;
    for (const [, table] of readFileSync(SOURCES + file, 'utf8').matchAll(WRITE))
      if (table!.startsWith('$')) putIn.push(file);
      else if (!NO_TABLES.includes(table!))
        writers.set(table!, (writers.get(table!) ?? new Set()).add(folder));
  }
  expect(writers.size).toBeGreaterThan(60);
  const shared = [...writers].filter(([, folders]) => folders.size > 1);
  expect(shared.map(([table, folders]) => `${table}: ${[...folders].join(', ')}`)).toEqual([]);
  expect(putIn.sort()).toEqual(NAMED_ELSEWHERE.toSorted());
});
