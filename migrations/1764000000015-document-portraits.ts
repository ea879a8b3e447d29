import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The photograph that is printed on a travel document, kept as it was when the document was issued. */
export class DocumentPortraits1764000000015 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE travel_document ADD COLUMN portrait_sealed bytea;
      COMMENT ON COLUMN travel_document.portrait_sealed IS
        'The photograph as printed (JPEG); null where it is glued onto the sheet. A later portrait does not change a document.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE travel_document DROP COLUMN portrait_sealed');
  }
}
