import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The number that people in danger call is changed by two: one asks for another, somebody else enters the same. */
export class HotlineByTwo1764000000054 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE post
        ADD hotline_asked text,
        ADD hotline_asked_by uuid CONSTRAINT post_hotline_asker REFERENCES account (id),
        ADD hotline_asked_at timestamptz,
        ADD hotline_confirmed_by uuid CONSTRAINT post_hotline_confirmer REFERENCES account (id),
        ADD CONSTRAINT post_hotline_asked_whole CHECK ((hotline_asked_by IS NULL) = (hotline_asked_at IS NULL)
          AND (hotline_asked_by IS NOT NULL OR hotline_asked IS NULL));
      COMMENT ON COLUMN post.hotline_asked IS 'What the hotline is to be once somebody else enters the same; empty: that there is none.';
      COMMENT ON COLUMN post.hotline_confirmed_by IS 'Who entered the hotline after whoever asked for it.';
      CREATE FUNCTION hotline_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.hotline_asked_by IS NULL OR NEW.hotline IS DISTINCT FROM OLD.hotline_asked
          OR NEW.hotline_confirmed_by IS NULL OR NEW.hotline_confirmed_by = OLD.hotline_asked_by THEN
          RAISE EXCEPTION 'another has to ask for it first' USING ERRCODE = 'check_violation', CONSTRAINT = 'hotline_by_two';
        END IF;
        RETURN NEW;
      END $$;
      COMMENT ON FUNCTION hotline_by_two() IS 'The number that people in danger call is what somebody asked for before, and another entered again.';
      CREATE TRIGGER hotline_by_two BEFORE UPDATE ON post
        FOR EACH ROW WHEN (NEW.hotline IS DISTINCT FROM OLD.hotline) EXECUTE FUNCTION hotline_by_two()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER hotline_by_two ON post;
      DROP FUNCTION hotline_by_two();
      ALTER TABLE post DROP hotline_asked, DROP hotline_asked_by, DROP hotline_asked_at, DROP hotline_confirmed_by`);
  }
}
