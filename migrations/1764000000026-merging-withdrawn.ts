import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEYS =
  'What two reports of one person are likely to share (sounds of names with parts of the birth date, phones, document numbers), each as the first 8 bytes of a keyed hash over post and value.';

/** Whoever withdrew and registers again is one person: the withdrawn case can be merged into the open one. */
export class MergingWithdrawn1764000000026 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE registration_merge DROP CONSTRAINT registration_merge_previous;
      ALTER TABLE registration_merge ADD CONSTRAINT registration_merge_previous
        CHECK (previous_status IN ('received', 'active', 'withdrawn'));
      COMMENT ON TABLE duplicate_key IS '${KEYS} Gone when the person is erased.'`);
  }

  /** Fails where a withdrawn case has been merged: the older version could not undo that. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE registration_merge DROP CONSTRAINT registration_merge_previous;
      ALTER TABLE registration_merge ADD CONSTRAINT registration_merge_previous
        CHECK (previous_status IN ('received', 'active'));
      COMMENT ON TABLE duplicate_key IS '${KEYS} Gone when the person withdraws or is erased.'`);
  }
}
