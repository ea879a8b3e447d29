import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an account was shown of people in a day is one table: three were alike but for their names, and so were their functions. */
export class OneTableOfOpenings1764000000061 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE daily_opening (
        account_id uuid NOT NULL CONSTRAINT daily_opening_account REFERENCES account (id),
        kind text NOT NULL CONSTRAINT daily_opening_kind CHECK (kind IN ('case', 'document', 'masked-case')),
        registration_id uuid NOT NULL CONSTRAINT daily_opening_registration REFERENCES registration (id),
        post_id uuid NOT NULL CONSTRAINT daily_opening_post REFERENCES post (id),
        opened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT daily_opening_pk PRIMARY KEY (account_id, kind, registration_id)
      );
      COMMENT ON TABLE daily_opening IS
        'People of whom an account was shown something within a day, each once of a kind; what is older is deleted when the account opens another.';
      COMMENT ON COLUMN daily_opening.kind IS
        'case: their details. document: an application or a document that is the account''s work. masked-case: initials, year, province and needs.'`);
    for (const { kind, table } of FORMER)
      await db.query(`
        INSERT INTO daily_opening SELECT account_id, '${kind}', registration_id, post_id, opened_at FROM ${table};
        DROP FUNCTION ${table}_in_a_day(uuid);
        DROP TABLE ${table}`);
    await db.query(`
      CALL confine_to_post('daily_opening');
      GRANT SELECT, INSERT, UPDATE, DELETE ON daily_opening TO pulang_app`);
    await db.query(
      countOf('daily_openings', 'daily_opening', 'account uuid, of_kind text', 'kind = of_kind AND'),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION daily_openings(uuid, text);
      ALTER TABLE daily_opening NO FORCE ROW LEVEL SECURITY`);
    for (const { kind, table, people, older } of FORMER) {
      await db.query(`
        CREATE TABLE ${table} (
          account_id uuid NOT NULL CONSTRAINT ${table}_account REFERENCES account (id),
          registration_id uuid NOT NULL CONSTRAINT ${table}_registration REFERENCES registration (id),
          post_id uuid NOT NULL CONSTRAINT ${table}_post REFERENCES post (id),
          opened_at timestamptz NOT NULL DEFAULT now(),
          CONSTRAINT ${table}_pk PRIMARY KEY (account_id, registration_id)
        );
        COMMENT ON TABLE ${table} IS '${people}, each once; what is older is deleted when the account ${older} another.';
        INSERT INTO ${table} SELECT account_id, registration_id, post_id, opened_at FROM daily_opening WHERE kind = '${kind}';
        CALL confine_to_post('${table}');
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO pulang_app`);
      await db.query(countOf(`${table}_in_a_day`, table, 'account uuid', ''));
    }
    await db.query('DROP TABLE daily_opening');
  }
}

const FORMER = [
  {
    kind: 'case',
    table: 'case_opening',
    people: 'People whose details an account was shown within a day',
    older: 'opens',
  },
  {
    kind: 'document',
    table: 'document_opening',
    people: 'People whose document an account decided on or printed within a day',
    older: 'opens',
  },
  {
    kind: 'masked-case',
    table: 'case_reading',
    people: 'People whose masked case an account read within a day',
    older: 'reads',
  },
] as const;

/** Forced row-level security binds whoever owns the table too: the function looks at every post while it counts, and then at those that it looked at before. */
const countOf = (name: string, table: string, parameters: string, only: string): string => `
  CREATE FUNCTION ${name}(${parameters}, OUT number integer, OUT wait float8) LANGUAGE plpgsql AS $$
  DECLARE posts text := coalesce(current_setting('pulang.posts', true), '');
  BEGIN
    PERFORM set_config('pulang.posts', (SELECT string_agg(p.id::text, ',') FROM post p), true);
    SELECT count(*)::integer, extract(epoch FROM min(opened_at) + interval '24 hours' - now())::float8 INTO number, wait
      FROM ${table} WHERE account_id = account AND ${only} opened_at > now() - interval '24 hours';
    PERFORM set_config('pulang.posts', posts, true);
  END $$;
  COMMENT ON FUNCTION ${name} IS
    'How many people an account opened within a day, at whichever post: their number, and the seconds until the first of them is a day old.'`;
