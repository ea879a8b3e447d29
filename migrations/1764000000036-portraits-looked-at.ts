import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who approves a document approves a face: a portrait that comes in meanwhile makes what they looked at out of date. */
export class PortraitsLookedAt1764000000036 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION outdate_undecided_applications() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE document_application SET version = version + 1
          WHERE registration_id = NEW.registration_id AND status = 'applied';
        -- after a decision that was waited for, and so not part of it
        NEW.taken_at := clock_timestamp();
        RETURN NEW;
      END $$;
      COMMENT ON FUNCTION outdate_undecided_applications() IS
        'A decision is made on the version that was looked at; the portrait is part of that.';
      CREATE TRIGGER part_of_applications BEFORE INSERT ON portrait
        FOR EACH ROW WHEN (NEW.source <> 'document') EXECUTE FUNCTION outdate_undecided_applications();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER part_of_applications ON portrait;
      DROP FUNCTION outdate_undecided_applications();
    `);
  }
}
