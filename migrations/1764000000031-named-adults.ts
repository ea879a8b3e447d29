import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The adult whom a child names. */
export class NamedAdults1764000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE person ADD COLUMN adult_sealed bytea;
      COMMENT ON COLUMN person.adult_sealed IS
        'Of a child: the adult they are with, in their own words, where that adult did not register together with them.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE person DROP COLUMN adult_sealed`);
  }
}
