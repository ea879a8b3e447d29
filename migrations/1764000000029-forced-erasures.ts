import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows when somebody who forces a person has them erased. */
export class ForcedErasures1764000000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE registration ADD COLUMN help_word_closed_at timestamptz
        CONSTRAINT registration_help_word_closed CHECK (help_word_closed_at IS NULL OR help_word_index IS NOT NULL);
      COMMENT ON COLUMN registration.help_word_closed_at IS
        'From then on the help word answers as for somebody who was erased: under duress it was asked for and seems to be done.';
      ALTER TABLE pretended_view ADD COLUMN erasure_due_at timestamptz;
      COMMENT ON COLUMN pretended_view.erasure_due_at IS
        'When an erasure that was confirmed under duress would be carried out. Nobody is erased: the help word opens nothing more.';
      CREATE INDEX pretended_view_erasure_due ON pretended_view (post_id, erasure_due_at) WHERE erasure_due_at IS NOT NULL;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE pretended_view DROP COLUMN erasure_due_at;
      ALTER TABLE registration DROP COLUMN help_word_closed_at;
    `);
  }
}
