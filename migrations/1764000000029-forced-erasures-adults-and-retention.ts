import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows when somebody who forces a person has them erased; the adult whom a child names; how long a post keeps things. */
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
        'Of a child: the adult they are with, in their own words, where that adult did not register together with them.';

      ALTER TABLE post
        ADD COLUMN message_days integer NOT NULL DEFAULT 90 CONSTRAINT post_message_days CHECK (message_days BETWEEN 1 AND 36500),
        ADD COLUMN retention_version integer NOT NULL DEFAULT 1,
        ADD COLUMN retention_changed_at timestamptz;
      COMMENT ON COLUMN post.message_days IS 'Days after a message was written until it is forgotten.';
      COMMENT ON COLUMN post.retention_version IS 'Of retention_days and message_days.';
      COMMENT ON COLUMN post.retention_changed_at IS 'Nothing is erased by those periods within a day of their change.';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE post DROP COLUMN message_days, DROP COLUMN retention_version, DROP COLUMN retention_changed_at;
      ALTER TABLE person DROP COLUMN adult_sealed;
      ALTER TABLE pretended_view DROP COLUMN erasure_due_at;
      ALTER TABLE registration DROP COLUMN help_word_closed_at`);
  }
}
