import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { ONCE, REFUSED } from './refused-rows.js';

/** What breaks a rule for one column of a type: text that is no word of ours, a number below all, and the like. */
const NONSENSE: Record<string, unknown> = {
  text: '§',
  bpchar: '§',
  _text: ['§'],
  int2: -1,
  int4: -1,
  int8: -1,
  float8: -1,
  numeric: -1,
  bool: false,
  bytea: '\\x',
};

/**
 * The database keeps its rules also where the code above would never come to break one: nothing else asks most of them.
 * Each is asked by itself, with parts of rows, so that a table made anew cannot lose one unseen.
 */
describe('the database', () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  interface Check {
    name: string;
    table: string;
    rule: string;
    columns: { name: string; type: string }[];
  }
  const checks = async () =>
    (
      await client.query<Check>(`
        SELECT c.conname AS name, c.conrelid::regclass::text AS "table", pg_get_expr(c.conbin, c.conrelid) AS rule,
          (SELECT coalesce(json_agg(json_build_object('name', a.attname, 'type', t.typname)), '[]')
           FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
           WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)) AS columns
        FROM pg_constraint c WHERE c.contype = 'c' AND c.convalidated AND c.connamespace = 'public'::regnamespace
        ORDER BY 2, 1`)
    ).rows;

  const examplesOf = ({ name, columns }: Check): Record<string, unknown>[] =>
    REFUSED[name] ??
    columns.slice(0, columns.length === 1 ? 1 : 0).map((one) => ({ [one.name]: NONSENSE[one.type] }));

  const uniqueIndexes = async () =>
    (
      await client.query<{ name: string; table: string; definition: string }>(`
        SELECT i.indexrelid::regclass::text AS name, i.indrelid::regclass::text AS "table",
          pg_get_indexdef(i.indexrelid) AS definition
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace
          AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 1`)
    ).rows;

  it('refuses what each of its checks is for', async () => {
    const all = await checks();
    expect(Object.keys(REFUSED).filter((name) => !all.some((check) => check.name === name))).toEqual([]);
    expect(all.filter((check) => examplesOf(check).length === 0).map(({ name }) => name)).toEqual([]);
    const kept: string[] = [];
    for (const check of all)
      for (const row of examplesOf(check)) {
        const { rows } = await client.query<{ holds: boolean | null }>(
          `SELECT (${check.rule}) AS holds FROM jsonb_populate_record(NULL::${check.table}, $1::jsonb)`,
          [JSON.stringify(row)],
        );
        if (rows[0]!.holds !== false) kept.push(`${check.name} ${JSON.stringify(row)}`);
      }
    expect(kept).toEqual([]);
  });

  it('takes once what each of its unique indexes is for', async () => {
    const all = await uniqueIndexes();
    expect(all.map(({ name }) => name)).toEqual(Object.keys(ONCE).sort());
    for (const { name, table, definition } of all) {
      // a table of the same columns without any other rule
      await client.query(`CREATE TEMP TABLE probe AS SELECT * FROM ${table} WITH NO DATA`);
      await client.query(definition.replace(/ ON public\.\w+ /, ' ON probe '));
      const row = JSON.stringify(ONCE[name]);
      const add = () =>
        client.query('INSERT INTO probe SELECT * FROM jsonb_populate_record(NULL::probe, $1::jsonb)', [row]);
      await add();
      expect({
        name,
        refused: await add().then(
          () => 'taken',
          (error: { code: string }) => error.code,
        ),
      }).toEqual({
        name,
        refused: '23505',
      });
      await client.query('DROP TABLE probe');
    }
  });
});
