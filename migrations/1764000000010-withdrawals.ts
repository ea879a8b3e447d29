import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who withdraws takes back what is still open: a travel document applied for, leave to exit asked for. */
export class Withdrawals1764000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE document_application
        DROP CONSTRAINT document_application_status,
        ADD CONSTRAINT document_application_status
          CHECK (status IN ('applied', 'approved', 'declined', 'issued', 'withdrawn')),
        DROP CONSTRAINT document_application_decided,
        ADD CONSTRAINT document_application_decided
          CHECK (status = 'withdrawn' OR (status = 'applied') = (decided_by IS NULL));
      ALTER TABLE exit_clearance
        DROP CONSTRAINT exit_clearance_status,
        ADD CONSTRAINT exit_clearance_status CHECK (status IN ('requested', 'granted', 'refused', 'withdrawn'));
    `);
  }

  /** Refused by the constraints where somebody withdrew: the older version has no word for it. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE document_application
        DROP CONSTRAINT document_application_status,
        ADD CONSTRAINT document_application_status CHECK (status IN ('applied', 'approved', 'declined', 'issued')),
        DROP CONSTRAINT document_application_decided,
        ADD CONSTRAINT document_application_decided CHECK ((status = 'applied') = (decided_by IS NULL));
      ALTER TABLE exit_clearance
        DROP CONSTRAINT exit_clearance_status,
        ADD CONSTRAINT exit_clearance_status CHECK (status IN ('requested', 'granted', 'refused'));
    `);
  }
}
