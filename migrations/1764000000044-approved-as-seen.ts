import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An approval names what its approver was shown. Those from before stand without. */
export class ApprovedAsSeen1764000000044 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE document_application ADD COLUMN approved_as bytea;
      COMMENT ON COLUMN document_application.approved_as IS
        'Keyed hash of what the approver had been shown of it, in this version, and of who they are.';
      CREATE FUNCTION document_approved_as_seen() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status = 'approved' AND OLD.status <> 'approved' AND NEW.approved_as IS NULL THEN
          RAISE EXCEPTION 'approved unseen' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_approved_as_seen';
        END IF;
        RETURN NEW;
      END $$;
      COMMENT ON FUNCTION document_approved_as_seen() IS 'Nobody approves what they have not opened.';
      CREATE TRIGGER document_approved_as_seen BEFORE UPDATE ON document_application
        FOR EACH ROW EXECUTE FUNCTION document_approved_as_seen();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER document_approved_as_seen ON document_application;
      DROP FUNCTION document_approved_as_seen();
      ALTER TABLE document_application DROP COLUMN approved_as;
    `);
  }
}
