import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a post keeps things, as its administrator chooses. */
export class ChosenRetention1764000000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE post
        ADD COLUMN message_days integer NOT NULL DEFAULT 90 CONSTRAINT post_message_days CHECK (message_days BETWEEN 1 AND 36500),
        ADD COLUMN retention_version integer NOT NULL DEFAULT 1,
        ADD COLUMN retention_changed_at timestamptz;
      COMMENT ON COLUMN post.message_days IS 'Days after a message was written until it is forgotten.';
      COMMENT ON COLUMN post.retention_version IS 'Of retention_days and message_days.';
      COMMENT ON COLUMN post.retention_changed_at IS 'Nothing is erased by those periods within a day of their change.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE post DROP COLUMN message_days, DROP COLUMN retention_version, DROP COLUMN retention_changed_at;
    `);
  }
}
