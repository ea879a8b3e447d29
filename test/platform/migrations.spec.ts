import { DataSource, type EntityMetadata } from 'typeorm';
import { EndedCases1764000000027 as EndedCases } from '../../migrations/1764000000027-ended-cases.js';
import { SecondPersons1764000000050 as SecondPersons } from '../../migrations/1764000000050-second-persons.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { migrate, migrationSource } from '../../src/platform/database/migrate.js';
import { type Service, startService } from '../support/service.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

interface Column {
  table: string;
  name: string;
  nullable: boolean;
}

const COLUMNS = `SELECT table_name AS "table", column_name AS name, is_nullable = 'YES' AS nullable
  FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`;
const OBJECTS = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS object
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'policy ' || tablename || ' ' || policyname FROM pg_policies WHERE schemaname = 'public'
  UNION ALL SELECT 'function ' || p.oid::regprocedure FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ORDER BY 1`;

describe('migrations', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    source = await migrationSource(database.ownerUrl).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  const objects = async () => (await source.query<{ object: string }[]>(OBJECTS)).map(({ object }) => object);

  it('go up, down to nothing, and up to the same schema again', async () => {
    const before = await objects();
    expect(before.length).toBeGreaterThan(200);
    for (let i = 0; i < MIGRATIONS.length; i++) await source.undoLastMigration();
    const left = (await objects()).filter((object) => !object.includes('migrations'));
    expect(left).toEqual([]);
    await source.runMigrations();
    expect(await objects()).toEqual(before);
  });

  it('say why of every constraint by its name', async () => {
    const unnamed = (await objects()).filter((object) =>
      /^constraint \S+ \S+_(check|key|fkey|pkey|excl)\d* /.test(object),
    );
    expect(unnamed.filter((object) => !object.includes('migrations'))).toEqual([]);
  });
});

describe('the tables of a service', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.stop());

  it('have the columns of their entities, no more, no fewer, and null where the entity allows it', async () => {
    const { entityMetadatas } = service.app.get(DataSource);
    expect(entityMetadatas.length).toBeGreaterThan(15);
    const columns = await service.query<Column>(COLUMNS);
    const mapped = new Set(entityMetadatas.map(({ tableName }) => tableName));
    const stored = columns
      .filter(({ table }) => mapped.has(table))
      .map(({ table, name, nullable }) => `${table}.${name}${nullable ? ' null' : ''}`);
    expect(entityMetadatas.flatMap(describeColumns).sort()).toEqual(stored.sort());
  });

  it('are migrated with the rows of every post, although each is confined to its own', async () => {
    const { id } = await service.register();
    const { ownerUrl } = service.database;
    const source = await migrationSource(ownerUrl).initialize();
    const isThere = () =>
      source.query<unknown[]>('SELECT FROM migrations WHERE name = $1', [EndedCases.name]);
    while ((await isThere()).length > 0) await source.undoLastMigration();
    await source.destroy();
    await service.query("UPDATE registration SET status = 'merged' WHERE id = $1", [id]);
    await migrate(ownerUrl);
    expect(await service.query('SELECT closed_at FROM registration WHERE id = $1', [id])).toEqual([
      { closed_at: expect.any(Date) },
    ]);
  });

  it('keep, back and forth, what was asked about where somebody is as that, and turn nothing else into it', async () => {
    const { id } = await service.register();
    const ask = (kind: string) =>
      service.query(
        `INSERT INTO second_person_request (id, post_id, registration_id, asked_by, reason_sealed, kind, state)
         SELECT gen_random_uuid(), r.post_id, r.id, a.id, '', $2, 'asked' FROM registration r, account a
         WHERE r.id = $1 AND a.username = 'officer'`,
        [id, kind],
      );
    await ask('location');
    await ask('statements');
    const { ownerUrl } = service.database;
    const source = await migrationSource(ownerUrl).initialize();
    const isThere = () =>
      source.query<unknown[]>('SELECT FROM migrations WHERE name = $1', [SecondPersons.name]);
    while ((await isThere()).length > 0) await source.undoLastMigration();
    await source.destroy();
    expect(await service.query('SELECT state FROM whereabouts_request')).toEqual([{ state: 'asked' }]);
    await migrate(ownerUrl);
    expect(await service.query('SELECT kind FROM second_person_request')).toEqual([{ kind: 'location' }]);
    await expect(ask('location')).rejects.toMatchObject({ constraint: 'second_person_asked_once' });
  });
});

const describeColumns = ({ tableName, columns }: EntityMetadata) =>
  columns.map(({ databaseName, isNullable }) => `${tableName}.${databaseName}${isNullable ? ' null' : ''}`);
