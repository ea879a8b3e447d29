import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every case that is not open any more has the moment when it ended, so that its time of keeping runs; merged ones had none. */
export class EndedCases1764000000027 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE registration r SET closed_at = coalesce((SELECT max(m.merged_at) FROM registration_merge m WHERE m.merged_id = r.id), now())
      WHERE status NOT IN ('received', 'active') AND closed_at IS NULL;
      ALTER TABLE registration ADD CONSTRAINT registration_ends_with_time
        CHECK ((status IN ('received', 'active')) = (closed_at IS NULL));
      COMMENT ON COLUMN registration.closed_at IS
        'When help under this case ended: closed, withdrawn or merged. Retention counts from here.'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE registration DROP CONSTRAINT registration_ends_with_time;
      COMMENT ON COLUMN registration.closed_at IS 'When help ended: closed or withdrawn. Retention counts from here.'`);
  }
}
