import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Diplomatic posts, what they offer and when they are open. Public facts: readable by every caller. */
export class Posts1764000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE post (
        id uuid CONSTRAINT post_pk PRIMARY KEY,
        code char(3) NOT NULL CONSTRAINT post_code_once UNIQUE CONSTRAINT post_code_form CHECK (code ~ '^[A-Z]{3}$'),
        name text NOT NULL,
        city text NOT NULL,
        sending_country char(3) NOT NULL,
        host_country char(3) NOT NULL,
        time_zone text NOT NULL,
        overstay_fine_per_day numeric(10, 2) NOT NULL CONSTRAINT post_fine_not_negative CHECK (overstay_fine_per_day >= 0),
        fine_currency char(3) NOT NULL,
        demonstration boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        hotline text
      );
      COMMENT ON COLUMN post.overstay_fine_per_day IS 'What the host country charges for a day without a valid visa.';
      COMMENT ON COLUMN post.hotline IS 'Telephone number for emergencies, international form, as shown to people.';
      COMMENT ON COLUMN post.demonstration IS 'True where documents carry SPECIMEN and data are made up.';

      CREATE TABLE counter (
        id uuid CONSTRAINT counter_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT counter_post REFERENCES post (id),
        number integer NOT NULL CONSTRAINT counter_number_positive CHECK (number > 0),
        CONSTRAINT counter_number_once UNIQUE (post_id, number)
      );
      CREATE TABLE service_type (
        id uuid CONSTRAINT service_type_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT service_type_post REFERENCES post (id),
        code text NOT NULL CONSTRAINT service_type_code_form CHECK (code ~ '^[a-z-]+$'),
        minutes integer NOT NULL CONSTRAINT service_type_minutes_sane CHECK (minutes BETWEEN 1 AND 240),
        CONSTRAINT service_type_code_once UNIQUE (post_id, code)
      );
      COMMENT ON COLUMN service_type.minutes IS 'Planned duration at the counter; slots are this long.';
      CREATE TABLE opening_hours (
        post_id uuid NOT NULL CONSTRAINT opening_hours_post REFERENCES post (id),
        weekday smallint NOT NULL CONSTRAINT opening_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
        opens time NOT NULL,
        closes time NOT NULL,
        CONSTRAINT opening_hours_pk PRIMARY KEY (post_id, weekday, opens),
        CONSTRAINT opening_hours_order CHECK (opens < closes)
      );
      COMMENT ON COLUMN opening_hours.weekday IS 'ISO: 1 is Monday. Times are local to the post.';
      CREATE TABLE holiday (
        post_id uuid NOT NULL CONSTRAINT holiday_post REFERENCES post (id),
        day date NOT NULL,
        name text NOT NULL,
        CONSTRAINT holiday_pk PRIMARY KEY (post_id, day)
      );
      GRANT SELECT ON post, counter, service_type, opening_hours, holiday TO pulang_app;
      GRANT INSERT, UPDATE ON post, counter, service_type TO pulang_app;
      GRANT INSERT, DELETE ON opening_hours, holiday TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE holiday, opening_hours, service_type, counter, post');
  }
}
