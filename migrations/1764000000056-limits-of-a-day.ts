import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one member of staff sees of people in a day is limited once, at whichever posts; and so are the documents that they work on. */
export class LimitsOfADay1764000000056 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE document_opening (
        account_id uuid NOT NULL CONSTRAINT document_opening_account REFERENCES account (id),
        registration_id uuid NOT NULL CONSTRAINT document_opening_registration REFERENCES registration (id),
        post_id uuid NOT NULL CONSTRAINT document_opening_post REFERENCES post (id),
        opened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT document_opening_pk PRIMARY KEY (account_id, registration_id)
      );
      COMMENT ON TABLE document_opening IS
        'People whose document an account decided on or printed within a day, each once; what is older is deleted when the account opens another.';
      CALL confine_to_post('document_opening');
      GRANT SELECT, INSERT, UPDATE, DELETE ON document_opening TO pulang_app`);
    for (const table of ['case_opening', 'document_opening']) await db.query(countOf(table));
    await db.query(`
      CREATE FUNCTION searches_in_a_day(account uuid, OUT number integer, OUT wait float8) LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = public AS $$
        SELECT count(*)::integer, extract(epoch FROM min(at) + interval '24 hours' - now())::float8
        FROM audit_event WHERE actor_id = account AND at > now() - interval '24 hours' AND action = 'registration.searched'
      $$;
      COMMENT ON FUNCTION searches_in_a_day(uuid) IS
        'How often an account searched within a day, at whichever post: its number, and the seconds until the first of them is a day old.';
      REVOKE ALL ON FUNCTION searches_in_a_day(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION searches_in_a_day(uuid) TO pulang_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP FUNCTION searches_in_a_day(uuid);
      DROP FUNCTION case_opening_in_a_day(uuid);
      DROP FUNCTION document_opening_in_a_day(uuid);
      DROP TABLE document_opening`);
  }
}

/** Forced row-level security binds whoever owns the table too: the function looks at every post while it counts, and then at those that it looked at before. */
const countOf = (table: string): string => `
  CREATE FUNCTION ${table}_in_a_day(account uuid, OUT number integer, OUT wait float8) LANGUAGE plpgsql AS $$
  DECLARE posts text := coalesce(current_setting('pulang.posts', true), '');
  BEGIN
    PERFORM set_config('pulang.posts', (SELECT string_agg(p.id::text, ',') FROM post p), true);
    SELECT count(*)::integer, extract(epoch FROM min(opened_at) + interval '24 hours' - now())::float8 INTO number, wait
      FROM ${table} WHERE account_id = account AND opened_at > now() - interval '24 hours';
    PERFORM set_config('pulang.posts', posts, true);
  END $$;
  COMMENT ON FUNCTION ${table}_in_a_day(uuid) IS
    'How many people an account opened within a day, at whichever post: their number, and the seconds until the first of them is a day old.'`;
