import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long people need to come, and times on paper for those who stand before a kiosk long before their turn. */
export class WaysAndReturnTimes1764000000025 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE registration ADD COLUMN travel_time text CONSTRAINT registration_travel_time
        CHECK (travel_time IN ('under-15', 'under-45', 'under-90', 'over-90'));
      COMMENT ON COLUMN registration.travel_time IS
        'How long the person needs to come, as they said; empty where they did not. Forgotten when they move.';
      ALTER TABLE booking ADD COLUMN return_at timestamptz;
      COMMENT ON COLUMN booking.return_at IS
        'When the person is to come back, told on paper at a kiosk: until then they are not called.'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE booking DROP COLUMN return_at;
      ALTER TABLE registration DROP COLUMN travel_time`);
  }
}
