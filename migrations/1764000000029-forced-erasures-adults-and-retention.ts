import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows when somebody who forces a person has them erased; the adult whom a child names. */
export class ForcedErasuresAdultsAndRetention1764000000029 implements MigrationInterface {
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

      ALTER TABLE person ADD COLUMN adult_sealed bytea;
      COMMENT ON COLUMN person.adult_sealed IS
        'Of a child: the adult they are with, in their own words, where that adult did not register together with them.';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE person DROP COLUMN adult_sealed;
      ALTER TABLE pretended_view DROP COLUMN erasure_due_at;
      ALTER TABLE registration DROP COLUMN help_word_closed_at`);
  }
}
