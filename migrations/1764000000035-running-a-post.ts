import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A post is run by those who work there: hours, holidays, counters, services and facts change, and keep their history. */
export class RunningAPost1764000000035 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(POST);
    await db.query(HOURS);
    await db.query(SEATS);
    await db.query(WRITERS);
    await db.query(DEVICES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE session DROP COLUMN previous_index, DROP COLUMN renewed_at;
      ALTER TABLE device DROP COLUMN seen_at;
      DROP POLICY written_by_own ON post;
      DROP POLICY changed_by_own ON post;
      DROP POLICY read_by_all ON post;
      ALTER TABLE post DISABLE ROW LEVEL SECURITY;
    `);
    for (const table of TABLES)
      await db.query(`
        DROP POLICY read_by_all ON ${table};
        DROP POLICY own_posts ON ${table};
        ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY;
      `);
    await db.query(`
      REVOKE UPDATE ON holiday FROM pulang_app;
      DROP INDEX seat_unplanned;
      ALTER TABLE seat DROP COLUMN planned;
      ALTER TABLE opening_hours DROP CONSTRAINT opening_hours_apart;
      DROP FUNCTION as_address;
      DROP INDEX counter_number_once;
      DELETE FROM counter c WHERE closed_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM counter_session WHERE counter_id = c.id);
      UPDATE counter c SET number = 1000000 + n FROM (
        SELECT id, row_number() OVER () AS n FROM counter WHERE closed_at IS NOT NULL) closed WHERE closed.id = c.id;
      ALTER TABLE counter ADD CONSTRAINT counter_number_once UNIQUE (post_id, number),
        DROP COLUMN name, DROP COLUMN closed_at;
      ALTER TABLE service_type DROP COLUMN active;
      ALTER TABLE post DROP COLUMN setup_version, DROP COLUMN setup_changed_at;
    `);
  }
}

const POST = `
  ALTER TABLE post
    ADD COLUMN setup_version integer NOT NULL DEFAULT 1,
    ADD COLUMN setup_changed_at timestamptz;
  COMMENT ON COLUMN post.setup_version IS
    'Of how the post works: its facts, hours, holidays, counters and services. What a change leads to depends on all of them.';
  ALTER TABLE service_type ADD COLUMN active boolean NOT NULL DEFAULT true;
  COMMENT ON COLUMN service_type.active IS 'Whether people are booked for it from now on.';
  ALTER TABLE counter
    ADD COLUMN name text,
    ADD COLUMN closed_at timestamptz,
    DROP CONSTRAINT counter_number_once;
  COMMENT ON COLUMN counter.name IS 'What it is called beside its number, such as a room.';
  COMMENT ON COLUMN counter.closed_at IS 'Closed for good. Who was served there stays on record; the number may be given to another.';
  CREATE UNIQUE INDEX counter_number_once ON counter (post_id, number) WHERE closed_at IS NULL;
  GRANT UPDATE ON holiday TO pulang_app;`;

/** Hours that overlap were planned as one stretch before, so they are made into what they were taken for. */
const HOURS = `
  UPDATE opening_hours b SET closes = (
    SELECT max(a.closes) FROM opening_hours a
    WHERE a.post_id = b.post_id AND a.weekday = b.weekday AND a.opens <= b.opens);
  UPDATE opening_hours a SET closes = (
    SELECT min(b.opens) FROM opening_hours b
    WHERE b.post_id = a.post_id AND b.weekday = a.weekday AND b.opens > a.opens)
  WHERE EXISTS (
    SELECT FROM opening_hours b
    WHERE b.post_id = a.post_id AND b.weekday = a.weekday AND b.opens > a.opens AND b.opens < a.closes);
  CREATE FUNCTION as_address(id uuid) RETURNS inet LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN rtrim(regexp_replace(replace(id::text, '-', ''), '(....)', '\\1:', 'g'), ':')::inet;
  COMMENT ON FUNCTION as_address(uuid) IS
    'The 128 bits of an id as an IPv6 address: what PostgreSQL can tell apart in an exclusion constraint without an extension.';
  GRANT EXECUTE ON FUNCTION as_address(uuid) TO pulang_app;
  ALTER TABLE opening_hours ADD CONSTRAINT opening_hours_apart EXCLUDE USING gist (
    as_address(post_id) inet_ops WITH =,
    numrange(weekday * 86400 + extract(epoch FROM opens), weekday * 86400 + extract(epoch FROM closes)) WITH &&);`;

const SEATS = `
  ALTER TABLE seat
    ADD COLUMN planned boolean NOT NULL DEFAULT true,
    ADD CONSTRAINT seat_unplanned_is_not_free CHECK (planned OR NOT free);
  COMMENT ON COLUMN seat.planned IS
    'False where the post no longer works then or has a counter less: nobody gets it, and whoever had it is booked again.';
  CREATE INDEX seat_unplanned ON seat (service_type_id) WHERE NOT planned;`;

const DEVICES = `
  ALTER TABLE device ADD COLUMN seen_at timestamptz;
  COMMENT ON COLUMN device.seen_at IS 'Last request of the device, to ten minutes.';
  ALTER TABLE session
    ADD COLUMN previous_index bytea CONSTRAINT session_previous_once UNIQUE,
    ADD COLUMN renewed_at timestamptz;
  COMMENT ON COLUMN session.previous_index IS
    'Keyed hash of a device''s secret before the last; good until the device has shown that the new one reached it.';
  COMMENT ON COLUMN session.renewed_at IS 'When a device was last given another secret.';`;

const TABLES = ['counter', 'service_type', 'opening_hours', 'holiday'];

/** Public facts stay readable by every caller; the service writes them for those of the post alone. */
const WRITERS = `
  ${TABLES.map(
    (table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      CREATE POLICY read_by_all ON ${table} FOR SELECT USING (true);
      CREATE POLICY own_posts ON ${table} USING (post_id = ANY ((SELECT current_posts())::uuid[]));`,
  ).join('\n')}
  ALTER TABLE post ENABLE ROW LEVEL SECURITY;
  CREATE POLICY read_by_all ON post FOR SELECT USING (true);
  CREATE POLICY changed_by_own ON post FOR UPDATE USING (id = ANY ((SELECT current_posts())::uuid[]));
  CREATE POLICY written_by_own ON post FOR INSERT WITH CHECK (id = ANY ((SELECT current_posts())::uuid[]));`;
