import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A receipt pays for one document; where the application was refused or withdrawn, it still may. */
export class ReceiptsOfRefusedApplications1764000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE document_application DROP CONSTRAINT one_receipt_pays_once;
      CREATE UNIQUE INDEX one_receipt_pays_once ON document_application (post_id, receipt_number)
        WHERE status NOT IN ('declined', 'withdrawn');
      COMMENT ON INDEX one_receipt_pays_once IS
        'One document; an application that came to nothing leaves its receipt to the next.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX one_receipt_pays_once;
      UPDATE document_application a SET receipt_number = NULL WHERE status IN ('declined', 'withdrawn') AND EXISTS (
        SELECT FROM document_application o WHERE o.post_id = a.post_id AND o.receipt_number = a.receipt_number AND o.id <> a.id);
      ALTER TABLE document_application ADD CONSTRAINT one_receipt_pays_once UNIQUE (post_id, receipt_number);
    `);
  }
}
