import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is shown of figures by sex, age group and province is kept: what is shown next must differ from it enough. */
export class Breakdowns1764000000062 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE breakdown (
        post_id uuid NOT NULL CONSTRAINT breakdown_post REFERENCES post (id),
        grouped_by text NOT NULL CONSTRAINT breakdown_grouped_by CHECK (grouped_by IN ('sex', 'age', 'province')),
        day date NOT NULL,
        figures jsonb NOT NULL,
        as_of timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT breakdown_once PRIMARY KEY (post_id, grouped_by, day)
      );
      COMMENT ON TABLE breakdown IS
        'What is shown of figures by group to those who may not see persons, up to the end of a day, for good. Made when one of them first asks after that day.';
      COMMENT ON COLUMN breakdown.figures IS
        'For each figure the day of what is shown of it, the exact counts at its end, and those shown.';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON breakdown
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CALL confine_to_post('breakdown');
      GRANT SELECT, INSERT ON breakdown TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE breakdown');
  }
}
