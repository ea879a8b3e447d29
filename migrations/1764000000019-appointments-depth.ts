import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calling people when their turn is near, seats that come back later, people who choose a time, and days on which a post is closed. */
export class AppointmentsDepth1764000000019 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(BOOKINGS);
    await db.query(CALLS);
    await db.query(CLOSURES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE seat DROP COLUMN free_from, DROP COLUMN closure_id;
      DROP TABLE closure, call_forward, call_forward_setting;
      ALTER TABLE ticket DROP COLUMN called_in_at;
      ALTER TABLE booking DROP COLUMN in_line_since, DROP COLUMN callable_from, DROP COLUMN called_to,
        DROP COLUMN reachable, DROP COLUMN chosen, DROP COLUMN wants_earlier_since`);
  }
}

const BOOKINGS = `
  ALTER TABLE booking
    ADD COLUMN in_line_since timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN callable_from timestamptz NOT NULL DEFAULT '-infinity',
    ADD COLUMN called_to text CONSTRAINT booking_called_to CHECK (called_to IN ('zone', 'hall')),
    ADD COLUMN reachable boolean,
    ADD COLUMN chosen boolean NOT NULL DEFAULT false,
    ADD COLUMN wants_earlier_since timestamptz;
  UPDATE booking b SET in_line_since = r.received_at FROM registration r WHERE r.id = b.registration_id;
  COMMENT ON COLUMN booking.in_line_since IS 'Place in the line of those to be called: since the person registered, also after a missed call.';
  COMMENT ON COLUMN booking.callable_from IS 'Not called by the plan before; infinity while called, and after too many calls in vain.';
  COMMENT ON COLUMN booking.called_to IS 'Where the person was told to come to: the holding zone, or the hall.';
  COMMENT ON COLUMN booking.reachable IS 'Whether a message can reach the person; empty until somebody looked.';
  COMMENT ON COLUMN booking.chosen IS 'The person, or an officer for them, chose the time: they come then, and are not called before.';
  COMMENT ON COLUMN booking.wants_earlier_since IS 'The person would come earlier: a seat that becomes free is given to them.';
  CREATE INDEX booking_in_line ON booking (post_id, band_rank, in_line_since, id)
    WHERE status = 'booked' AND callable_from < 'infinity';
  CREATE INDEX booking_wants_earlier ON booking (post_id, band_rank, wants_earlier_since)
    WHERE status = 'booked' AND wants_earlier_since IS NOT NULL;
  CREATE INDEX booking_called_by_hand ON booking (post_id)
    WHERE status = 'booked' AND called_forward_at IS NOT NULL AND callable_from = '-infinity';
  CREATE INDEX booking_to_come ON booking (post_id, starts_at) WHERE status = 'booked';
  ALTER TABLE ticket ADD COLUMN called_in_at timestamptz;
  COMMENT ON COLUMN ticket.called_in_at IS 'When the person was told to come from the holding zone into the hall; empty where the plan is off.';`;

const CALLS = `
  CREATE TABLE call_forward_setting (
    post_id uuid CONSTRAINT call_forward_setting_pk PRIMARY KEY CONSTRAINT call_forward_setting_post REFERENCES post (id),
    automatic boolean NOT NULL,
    travel_minutes smallint NOT NULL DEFAULT 30 CONSTRAINT call_forward_setting_travel CHECK (travel_minutes BETWEEN 1 AND 240),
    grace_minutes smallint NOT NULL DEFAULT 20 CONSTRAINT call_forward_setting_grace CHECK (grace_minutes BETWEEN 1 AND 120),
    changed_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 1
  );
  COMMENT ON TABLE call_forward_setting IS 'How a post calls people. Without a row: by hand.';
  COMMENT ON COLUMN call_forward_setting.travel_minutes IS 'How long people take to come, where nothing better is known.';
  COMMENT ON COLUMN call_forward_setting.grace_minutes IS 'Beyond their way, until somebody is told again, and once more until others go first.';

  CREATE TABLE call_forward (
    booking_id uuid NOT NULL CONSTRAINT call_forward_booking REFERENCES booking (id),
    attempt smallint NOT NULL CONSTRAINT call_forward_attempt CHECK (attempt > 0),
    post_id uuid NOT NULL CONSTRAINT call_forward_post REFERENCES post (id),
    called_to text NOT NULL CONSTRAINT call_forward_to CHECK (called_to IN ('zone', 'hall')),
    state text NOT NULL DEFAULT 'called' CONSTRAINT call_forward_state
      CHECK (state IN ('called', 'recalled', 'arrived', 'lapsed', 'declined', 'withdrawn')),
    called_at timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz NOT NULL,
    expected_at timestamptz NOT NULL,
    travel_minutes smallint NOT NULL,
    recalled_at timestamptz,
    reply text CONSTRAINT call_forward_reply CHECK (reply IN ('on-my-way', 'ten-minutes', 'cannot-come')),
    replied_at timestamptz,
    ended_at timestamptz,
    CONSTRAINT call_forward_once_per_attempt PRIMARY KEY (booking_id, attempt),
    CONSTRAINT call_forward_ended CHECK ((state IN ('called', 'recalled')) = (ended_at IS NULL)),
    CONSTRAINT call_forward_recalled CHECK ((state = 'recalled') <= (recalled_at IS NOT NULL)),
    CONSTRAINT call_forward_replied CHECK ((reply IS NULL) = (replied_at IS NULL))
  );
  COMMENT ON TABLE call_forward IS 'Each time somebody was told to set out, and what came of it. Kept: show-up and ways are learned from it.';
  COMMENT ON COLUMN call_forward.due_at IS 'When they are due at a counter: their place in the hall, however early or late they come.';
  COMMENT ON COLUMN call_forward.state IS 'lapsed: told twice and did not come; declined: said that they cannot; withdrawn: the appointment ended meanwhile.';
  CREATE UNIQUE INDEX one_open_call_per_booking ON call_forward (booking_id) WHERE ended_at IS NULL;
  CREATE INDEX call_forward_open ON call_forward (post_id, called_at) WHERE ended_at IS NULL;
  CREATE INDEX call_forward_seen ON call_forward (post_id, ended_at) WHERE ended_at IS NOT NULL;

  CALL confine_to_post('call_forward_setting');
  CALL confine_to_post('call_forward');
  GRANT SELECT, INSERT, UPDATE ON call_forward_setting, call_forward TO pulang_app;`;

const CLOSURES = `
  CREATE TABLE closure (
    id uuid CONSTRAINT closure_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT closure_post REFERENCES post (id),
    begins_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    reason text NOT NULL CONSTRAINT closure_reason CHECK (reason IN ('holiday', 'safety', 'health', 'technical', 'other')),
    announced_by uuid NOT NULL CONSTRAINT closure_account REFERENCES account (id),
    announced_at timestamptz NOT NULL DEFAULT now(),
    lifted_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT closure_order CHECK (begins_at < ends_at)
  );
  COMMENT ON TABLE closure IS 'When a post is closed beyond its holidays. Its seats are nobody''s, and whoever had one is booked again and told.';
  CREATE INDEX closure_in_force ON closure (post_id, ends_at) WHERE lifted_at IS NULL;
  CALL confine_to_post('closure');
  GRANT SELECT, INSERT, UPDATE ON closure TO pulang_app;

  ALTER TABLE seat
    ADD COLUMN free_from timestamptz NOT NULL DEFAULT '-infinity',
    ADD COLUMN closure_id uuid CONSTRAINT seat_closure REFERENCES closure (id),
    ADD CONSTRAINT seat_closed_is_not_free CHECK (closure_id IS NULL OR NOT free);
  COMMENT ON COLUMN seat.free_from IS 'A seat that somebody gave back can be had after a while that nobody can foretell, so that it cannot be sold.';
  COMMENT ON COLUMN seat.closure_id IS 'The closure that the seat lies in.';
  CREATE INDEX seat_of_closure ON seat (closure_id) WHERE closure_id IS NOT NULL;`;
