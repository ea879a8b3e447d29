import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one officer typed in place of an answer verifies nobody alone. Decisions that were made before stand. */
export class TypedEvidence1764000000042 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION identity_level_carried() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.level = 1 AND NEW.round_id IS NULL THEN
          RAISE EXCEPTION 'weak evidence takes two officers' USING ERRCODE = 'check_violation', CONSTRAINT = 'identity_level_1_by_two';
        END IF;
        IF NEW.level > 1 AND EXISTS (
          SELECT FROM identity_evidence WHERE id = ANY (NEW.evidence_ids) AND origin = 'officer' AND kind IN ('registry-match', 'interview'))
        THEN
          RAISE EXCEPTION 'typed in place of an answer' USING ERRCODE = 'check_violation', CONSTRAINT = 'identity_level_not_typed';
        END IF;
        RETURN NEW;
      END $$;
      COMMENT ON FUNCTION identity_level_carried() IS
        'Level 1 only by two officers; above it nothing rests on a registry match or an interview that an officer typed by hand.';
      CREATE TRIGGER identity_level_carried BEFORE INSERT ON identity_decision
        FOR EACH ROW EXECUTE FUNCTION identity_level_carried();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TRIGGER identity_level_carried ON identity_decision; DROP FUNCTION identity_level_carried()',
    );
  }
}
