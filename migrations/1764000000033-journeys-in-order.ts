import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Times of a journey are told, no longer only taken: the order in which they can have happened is kept here too. */
export class JourneysInOrder1764000000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE departure
        ADD CONSTRAINT departed_after_boarding CHECK (departed_at >= boarded_at),
        ADD CONSTRAINT arrived_after_departing CHECK (arrived_at >= departed_at);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE departure DROP CONSTRAINT departed_after_boarding, DROP CONSTRAINT arrived_after_departing;
    `);
  }
}
