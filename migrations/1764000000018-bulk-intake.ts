import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of people from shelters and organisations: checked row by row, confirmed, registered in small steps. */
export class BulkIntake1764000000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bulk_intake (
        id uuid CONSTRAINT bulk_intake_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT bulk_intake_post REFERENCES post (id),
        maker_kind text NOT NULL CONSTRAINT bulk_intake_maker_kind CHECK (maker_kind IN ('client', 'officer', 'supervisor')),
        maker_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'checked'
          CONSTRAINT bulk_intake_state CHECK (state IN ('checked', 'confirmed', 'done', 'discarded')),
        format text NOT NULL CONSTRAINT bulk_intake_format CHECK (format IN ('csv', 'xlsx', 'json')),
        wrapped_key bytea,
        details_sealed bytea,
        rows integer NOT NULL,
        valid integer NOT NULL,
        faulty integer NOT NULL,
        duplicates integer NOT NULL,
        warnings integer NOT NULL,
        registered integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        confirmed_at timestamptz,
        progressed_at timestamptz,
        finished_at timestamptz,
        receipts_until timestamptz,
        receipts_taken_at timestamptz,
        receipts_session uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT bulk_intake_confirmed CHECK ((confirmed_at IS NOT NULL) = (state IN ('confirmed', 'done'))),
        CONSTRAINT bulk_intake_finished CHECK ((finished_at IS NOT NULL) = (state IN ('done', 'discarded'))),
        CONSTRAINT bulk_intake_rows_add_up CHECK (rows = valid + faulty + duplicates AND registered <= valid)
      );
      COMMENT ON TABLE bulk_intake IS 'A list of people as an organisation or an officer sent it, and how far it has come.';
      COMMENT ON COLUMN bulk_intake.wrapped_key IS
        'Under which everything of the list is sealed. Gone when the receipts are: nothing of it can be read from then on.';
      COMMENT ON COLUMN bulk_intake.receipts_session IS
        'Who took the receipts may ask again for some minutes, since an answer can be lost on its way.';
      CREATE INDEX bulk_intake_listed ON bulk_intake (post_id, created_at DESC, id);
      CREATE INDEX bulk_intake_to_do ON bulk_intake (post_id, progressed_at) WHERE state = 'confirmed';
      CREATE INDEX bulk_intake_kept ON bulk_intake (post_id) WHERE wrapped_key IS NOT NULL;

      CREATE TABLE bulk_intake_row (
        bulk_intake_id uuid NOT NULL CONSTRAINT bulk_intake_row_intake REFERENCES bulk_intake (id),
        number integer NOT NULL,
        post_id uuid NOT NULL CONSTRAINT bulk_intake_row_post REFERENCES post (id),
        state text NOT NULL
          CONSTRAINT bulk_intake_row_state CHECK (state IN ('valid', 'faulty', 'duplicate', 'registered')),
        key_index bytea NOT NULL,
        person_index bytea,
        group_id uuid,
        content_sealed bytea,
        receipt_sealed bytea,
        registration_id uuid CONSTRAINT bulk_intake_row_registration REFERENCES registration (id),
        CONSTRAINT bulk_intake_row_pk PRIMARY KEY (bulk_intake_id, number),
        CONSTRAINT bulk_intake_row_registered CHECK ((state = 'registered') = (registration_id IS NOT NULL)),
        CONSTRAINT bulk_intake_row_to_register CHECK ((state = 'valid') <= (content_sealed IS NOT NULL))
      );
      COMMENT ON TABLE bulk_intake_row IS
        'Rows of lists. What a row says is sealed until it is registered; its key stays, so that it is registered once.';
      COMMENT ON COLUMN bulk_intake_row.key_index IS
        'Blind index of the organisation''s own row id, or else of all that the row says.';
      COMMENT ON COLUMN bulk_intake_row.person_index IS
        'Blind index of name and year of birth: tells a row sent again from a row id used for somebody else.';
      CREATE UNIQUE INDEX bulk_intake_row_once ON bulk_intake_row (post_id, key_index) WHERE state = 'registered';
      CREATE INDEX bulk_intake_row_to_do ON bulk_intake_row (bulk_intake_id, number) WHERE state = 'valid';
      CREATE INDEX bulk_intake_row_of_registration ON bulk_intake_row (registration_id) WHERE registration_id IS NOT NULL;

      CREATE TABLE bulk_intake_fault (
        bulk_intake_id uuid NOT NULL CONSTRAINT bulk_intake_fault_intake REFERENCES bulk_intake (id),
        number integer NOT NULL,
        place smallint NOT NULL,
        post_id uuid NOT NULL CONSTRAINT bulk_intake_fault_post REFERENCES post (id),
        severity text NOT NULL CONSTRAINT bulk_intake_fault_severity CHECK (severity IN ('fault', 'warning')),
        column_name text NOT NULL,
        code text NOT NULL CONSTRAINT bulk_intake_fault_code CHECK (code ~ '^[a-z]+(-[a-z]+)*$'),
        params_sealed bytea,
        CONSTRAINT bulk_intake_fault_pk PRIMARY KEY (bulk_intake_id, number, place)
      );
      COMMENT ON TABLE bulk_intake_fault IS 'What is wrong with a row, or worth a look, by column; never the value.';

      CALL confine_to_post('bulk_intake');
      CALL confine_to_post('bulk_intake_row');
      CALL confine_to_post('bulk_intake_fault');
      GRANT SELECT, INSERT, UPDATE ON bulk_intake TO pulang_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON bulk_intake_row TO pulang_app;
      GRANT SELECT, INSERT, DELETE ON bulk_intake_fault TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE bulk_intake_fault, bulk_intake_row, bulk_intake');
  }
}
