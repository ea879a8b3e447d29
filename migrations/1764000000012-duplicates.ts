import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finding people who reported twice, deciding on them, and merging their cases so that it can be undone. */
export class Duplicates1764000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE duplicate_key (
        post_id uuid NOT NULL CONSTRAINT duplicate_key_post REFERENCES post (id),
        key bigint NOT NULL,
        registration_id uuid NOT NULL CONSTRAINT duplicate_key_registration REFERENCES registration (id),
        CONSTRAINT duplicate_key_pk PRIMARY KEY (post_id, key, registration_id)
      );
      COMMENT ON TABLE duplicate_key IS
        'What two reports of one person are likely to share (sounds of names with parts of the birth date, phones, document numbers), each as the first 8 bytes of a keyed hash over post and value. Gone when the person withdraws or is erased.';
      CREATE INDEX duplicate_key_of_registration ON duplicate_key (registration_id);
      ALTER TABLE duplicate_key SET (autovacuum_vacuum_insert_scale_factor = 0.02);

      CREATE FUNCTION erase_duplicate_keys() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM duplicate_key k USING registration r WHERE r.person_id = NEW.id AND k.registration_id = r.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER erase_duplicate_keys AFTER UPDATE OF wrapped_key ON person FOR EACH ROW
        WHEN (OLD.wrapped_key IS NOT NULL AND NEW.wrapped_key IS NULL) EXECUTE FUNCTION erase_duplicate_keys();
      COMMENT ON FUNCTION erase_duplicate_keys() IS 'Whoever is erased cannot be found as a duplicate either, from the same transaction on.';

      CREATE TABLE duplicate_pair (
        id uuid CONSTRAINT duplicate_pair_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT duplicate_pair_post REFERENCES post (id),
        first_id uuid NOT NULL CONSTRAINT duplicate_pair_first REFERENCES registration (id),
        second_id uuid NOT NULL CONSTRAINT duplicate_pair_second REFERENCES registration (id),
        proposal text NOT NULL CONSTRAINT duplicate_pair_proposal CHECK (proposal IN ('same', 'review', 'different')),
        probability double precision NOT NULL CONSTRAINT duplicate_pair_probability CHECK (probability BETWEEN 0 AND 1),
        weight integer NOT NULL,
        reasons jsonb NOT NULL,
        model_version integer NOT NULL,
        status text NOT NULL DEFAULT 'open' CONSTRAINT duplicate_pair_status
          CHECK (status IN ('open', 'same', 'different', 'unsure')),
        found_at timestamptz NOT NULL DEFAULT now(),
        decided_by uuid CONSTRAINT duplicate_pair_officer REFERENCES account (id),
        decided_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT duplicate_pair_once UNIQUE (first_id, second_id),
        CONSTRAINT duplicate_pair_ordered CHECK (first_id < second_id),
        CONSTRAINT duplicate_pair_decided CHECK ((status = 'open') = (decided_by IS NULL) AND (status = 'open') = (decided_at IS NULL))
      );
      COMMENT ON TABLE duplicate_pair IS 'Two registrations that may be one person. Blocks nothing: both keep their place.';
      COMMENT ON COLUMN duplicate_pair.weight IS 'Hundredths of a bit that speak for one person, at least 0: the order of the worklist.';
      COMMENT ON COLUMN duplicate_pair.reasons IS 'By field, the level of agreement and what it weighed. Codes only.';
      COMMENT ON COLUMN duplicate_pair.model_version IS '0 for the weights that come with the program.';
      CREATE INDEX duplicate_pair_worklist ON duplicate_pair (post_id, status, weight DESC, id);
      CREATE INDEX duplicate_pair_of_second ON duplicate_pair (second_id);

      CREATE TABLE registration_merge (
        id uuid CONSTRAINT registration_merge_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT registration_merge_post REFERENCES post (id),
        pair_id uuid NOT NULL CONSTRAINT registration_merge_pair REFERENCES duplicate_pair (id),
        kept_id uuid NOT NULL CONSTRAINT registration_merge_kept REFERENCES registration (id),
        merged_id uuid NOT NULL CONSTRAINT registration_merge_merged REFERENCES registration (id),
        previous_status text NOT NULL CONSTRAINT registration_merge_previous CHECK (previous_status IN ('received', 'active')),
        merged_by uuid NOT NULL CONSTRAINT registration_merge_officer REFERENCES account (id),
        merged_at timestamptz NOT NULL DEFAULT now(),
        undone_by uuid CONSTRAINT registration_merge_undone_officer REFERENCES account (id),
        undone_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT registration_merge_two_cases CHECK (kept_id <> merged_id),
        CONSTRAINT registration_merge_undone CHECK ((undone_by IS NULL) = (undone_at IS NULL))
      );
      COMMENT ON TABLE registration_merge IS 'A case that is carried on under another one. Never deleted: undoing restores the status it had.';
      CREATE UNIQUE INDEX one_merge_at_a_time ON registration_merge (merged_id) WHERE undone_at IS NULL;
      CREATE INDEX registration_merge_into ON registration_merge (kept_id) WHERE undone_at IS NULL;
      CREATE INDEX registration_merge_of_pair ON registration_merge (pair_id);

      CREATE TABLE matching_model (
        post_id uuid NOT NULL CONSTRAINT matching_model_post REFERENCES post (id),
        version integer NOT NULL CONSTRAINT matching_model_from_one CHECK (version >= 1),
        model jsonb NOT NULL,
        records integer NOT NULL,
        estimated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT matching_model_pk PRIMARY KEY (post_id, version)
      );
      COMMENT ON TABLE matching_model IS
        'Weights of the comparison, estimated from the post''s own registrations; the highest version is used. How often a word occurs is kept under a keyed hash of the word.';

      CALL confine_to_post('duplicate_key');
      CALL confine_to_post('duplicate_pair');
      CALL confine_to_post('registration_merge');
      CALL confine_to_post('matching_model');
      GRANT SELECT, INSERT, DELETE ON duplicate_key TO pulang_app;
      GRANT SELECT, INSERT, UPDATE ON duplicate_pair, registration_merge TO pulang_app;
      GRANT SELECT, INSERT ON matching_model TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER erase_duplicate_keys ON person;
      DROP FUNCTION erase_duplicate_keys;
      DROP TABLE matching_model, registration_merge, duplicate_pair, duplicate_key;
    `);
  }
}
