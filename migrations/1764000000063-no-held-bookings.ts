import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A booking that is held was foreseen and never made: whoever chooses a time is booked for it at once. */
export class NoHeldBookings1764000000063 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(statuses(['booked', 'checked-in'], ['kept', 'missed', 'cancelled']));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(statuses(['held', 'booked', 'checked-in'], ['kept', 'missed', 'cancelled']));
  }
}

const statuses = (live: readonly string[], over: readonly string[]): string => `
  ALTER TABLE booking DROP CONSTRAINT booking_status,
    ADD CONSTRAINT booking_status CHECK (status IN (${quoted([...live, ...over])}));
  DROP INDEX one_live_booking_per_person;
  CREATE UNIQUE INDEX one_live_booking_per_person ON booking (registration_id) WHERE status IN (${quoted(live)})`;

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
