import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The help word that somebody types who is forced to open their registration, and the flag that it raises. */
export class Duress1764000000028 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE registration ADD COLUMN help_word_index bytea
        CONSTRAINT registration_help_word_is_index CHECK (octet_length(help_word_index) = 16);
      COMMENT ON COLUMN registration.help_word_index IS
        'Blind index of the word that opens a harmless view and raises a flag, bound to the reference. The word is kept nowhere.';
      ALTER TABLE session ADD COLUMN duress boolean NOT NULL DEFAULT false
        CONSTRAINT session_duress_of_person CHECK (NOT duress OR role = 'person');
      COMMENT ON COLUMN session.duress IS 'Opened with the help word. Nothing that its holder sees says so.';

      CREATE TABLE duress_flag (
        id uuid CONSTRAINT duress_flag_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT duress_flag_post REFERENCES post (id),
        registration_id uuid NOT NULL CONSTRAINT duress_flag_registration REFERENCES registration (id),
        way text NOT NULL CONSTRAINT duress_flag_way CHECK (way IN ('web', 'kiosk')),
        times integer NOT NULL DEFAULT 1 CONSTRAINT duress_flag_times CHECK (times > 0),
        raised_at timestamptz NOT NULL DEFAULT now(),
        last_at timestamptz NOT NULL DEFAULT now(),
        tried text[] NOT NULL DEFAULT '{}'
          CONSTRAINT duress_flag_tried CHECK (cardinality(tried) <= 20 AND array_to_string(tried, '') ~ '^[a-z-]*$'),
        acknowledged_by uuid CONSTRAINT duress_flag_officer REFERENCES account (id),
        acknowledged_at timestamptz,
        note text CONSTRAINT duress_flag_note CHECK (note IN ('reached-safe', 'reached-in-danger', 'not-reached', 'mistake')),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT duress_flag_acknowledged CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)
          AND (acknowledged_at IS NULL) = (note IS NULL))
      );
      COMMENT ON TABLE duress_flag IS
        'Somebody opened a registration with its help word. For protection officers and supervisors; one that nobody has acknowledged counts up.';
      COMMENT ON COLUMN duress_flag.way IS 'Where the word was last typed.';
      COMMENT ON COLUMN duress_flag.tried IS 'Acts that were answered as if done, by code; nothing was changed.';
      CREATE UNIQUE INDEX duress_flag_open_once ON duress_flag (registration_id) WHERE acknowledged_at IS NULL;
      CREATE INDEX duress_flag_of_registration ON duress_flag (registration_id, id);
      CREATE INDEX duress_flag_worklist ON duress_flag (post_id, id);

      CREATE TABLE pretended_view (
        registration_id uuid CONSTRAINT pretended_view_pk PRIMARY KEY
          CONSTRAINT pretended_view_registration REFERENCES registration (id),
        post_id uuid NOT NULL CONSTRAINT pretended_view_post REFERENCES post (id),
        changes integer NOT NULL DEFAULT 0,
        shown_sealed bytea NOT NULL
      );
      COMMENT ON TABLE pretended_view IS
        'What whoever forces somebody has changed, as it is shown to them again. Sealed under the person''s key, read by nobody else.';

      CALL confine_to_post('duress_flag');
      CALL confine_to_post('pretended_view');
      GRANT SELECT, INSERT, UPDATE ON duress_flag TO pulang_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON pretended_view TO pulang_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE pretended_view, duress_flag;
      ALTER TABLE session DROP COLUMN duress;
      ALTER TABLE registration DROP COLUMN help_word_index`);
  }
}
