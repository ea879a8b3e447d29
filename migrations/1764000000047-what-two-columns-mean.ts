import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A time of their own is told to people in danger too; an enrolment code counts a minute longer than its first use. */
export class WhatTwoColumnsMean1764000000047 implements MigrationInterface {
  up = (db: QueryRunner): Promise<void> =>
    comment(
      db,
      'A time that the person was told instead of that of the seat: on paper at a kiosk, or, in danger while the post is closed, when it opens. They are not called before.',
      'Keyed hash of the one-time enrolment code; empty once the device has been seen about a minute after its first use.',
    );

  down = (db: QueryRunner): Promise<void> =>
    comment(
      db,
      'When the person is to come back, told on paper at a kiosk: until then they are not called.',
      'Keyed hash of the one-time enrolment code; empty once used.',
    );
}

async function comment(db: QueryRunner, returnAt: string, enrolment: string): Promise<void> {
  await db.query(`COMMENT ON COLUMN booking.return_at IS '${returnAt}';
    COMMENT ON COLUMN device.enrolment_index IS '${enrolment}'`);
}
