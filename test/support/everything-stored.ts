import { Keyring } from '../../src/platform/crypto/keyring.js';
import { PersonKey } from '../../src/platform/crypto/person-key.js';
import type { Service } from './service.js';

interface Column {
  table: string;
  column: string;
}

/** Under what names values are sealed; a new one is written down here, or the test that asks says where it was found. */
const FIELDS = [
  ...['identity', 'contact', 'location', 'home', 'triage-note', 'disclosure-reason', 'duplicate-reason'],
  ...['identity-statement', 'interview-answers', 'contradiction-reason', 'family-question', 'family-answer'],
  ...[
    'portrait',
    'document-holder',
    'document-content',
    'document-seal',
    'document-portrait',
    'old-passport',
  ],
  ...['collector', 'exit-permit', 'ticket-note', 'search-reason', 'pretended', 'adult', 'whereabouts-reason'],
];

/** Sealed under other keys than a person's, and what takes them away. */
const OTHER_KEYS: readonly string[] = [
  'idempotency_key.answer_sealed', // a key that only its sender has; gone after a day
  'saved_draft.content_sealed', // a code that only its writer has; gone after some days
  'bulk_intake.details_sealed',
  'bulk_intake_row.content_sealed', // the list's own key; gone when the list is done
  'bulk_intake_row.receipt_sealed',
  'bulk_intake_fault.params_sealed',
  'master_key_proof.sealed', // the master key's own; says nothing of anybody
];

const quoted = ({ table, column }: Column) => ({ table: `"${table}"`, column: `"${column}"` });

/** Columns of all tables, such as hold sealed values. */
export async function sealedColumns(service: Service): Promise<Column[]> {
  return service.query<Column & Record<string, unknown>>(
    `SELECT c.table_name::text AS "table", c.column_name::text AS "column" FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type = 'bytea'
       AND c.column_name LIKE '%sealed' ORDER BY 1, 2`,
  );
}

/** Columns in which something is sealed under no person's key, though it is not among those that say why. */
export async function sealedUnderNoPerson(service: Service): Promise<string[]> {
  const keys = await personKeys(service);
  const found: string[] = [];
  for (const one of await sealedColumns(service)) {
    const name = `${one.table}.${one.column}`;
    if (OTHER_KEYS.includes(name)) continue;
    const { table, column } = quoted(one);
    const rows = await service.query<{ sealed: Buffer }>(
      `SELECT ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    if (!rows.every(({ sealed }) => keys.some((key) => opens(key, sealed)))) found.push(name);
  }
  return found;
}

/** Columns in which something opens under one person's key. */
export async function sealedUnder(service: Service, personId: string): Promise<string[]> {
  const [key] = await personKeys(service, personId);
  const found: string[] = [];
  for (const one of await sealedColumns(service)) {
    const { table, column } = quoted(one);
    const rows = await service.query<{ sealed: Buffer }>(
      `SELECT ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    if (rows.some(({ sealed }) => opens(key!, sealed))) found.push(`${one.table}.${one.column}`);
  }
  return found;
}

async function personKeys(service: Service, personId?: string): Promise<PersonKey[]> {
  const rows = await service.query<{ id: string; wrapped_key: Buffer }>(
    'SELECT id, wrapped_key FROM person WHERE wrapped_key IS NOT NULL AND id = coalesce($1, id)',
    [personId ?? null],
  );
  const keyring = service.app.get(Keyring);
  return rows.map(({ id, wrapped_key: wrapped }) => PersonKey.unwrap(keyring, id, wrapped));
}

function opens(key: PersonKey, sealed: Buffer): boolean {
  return FIELDS.some((field) => {
    try {
      key.open(field, sealed);
      return true;
    } catch {
      return false;
    }
  });
}

/** Tables of all schemas in which one of these stands, as text or as bytes. */
export async function tablesWith(service: Service, ...planted: (string | Buffer)[]): Promise<string[]> {
  const tables = await service.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const texts = planted.flatMap((one) =>
    typeof one === 'string' ? [one, Buffer.from(one).toString('hex')] : [one.toString('hex')],
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await service.query<{ there: boolean }>(
      `SELECT EXISTS (SELECT FROM ${name} AS r WHERE r::text ILIKE ANY ($1)) AS there`,
      [texts.map((text) => `%${text}%`)],
    );
    if (row!.there) found.push(name);
  }
  return found;
}
