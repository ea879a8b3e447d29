import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Slots made of seats, bookings that each hold one seat, tickets, and counters at work. */
export class AppointmentsAndQueue1764000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE slot (
        id uuid CONSTRAINT slot_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT slot_post REFERENCES post (id),
        service_type_id uuid NOT NULL CONSTRAINT slot_service REFERENCES service_type (id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        CONSTRAINT slot_once UNIQUE (service_type_id, starts_at),
        CONSTRAINT slot_order CHECK (starts_at < ends_at)
      );
      CREATE TABLE seat (
        slot_id uuid NOT NULL CONSTRAINT seat_slot REFERENCES slot (id),
        number smallint NOT NULL CONSTRAINT seat_number_positive CHECK (number > 0),
        post_id uuid NOT NULL CONSTRAINT seat_post REFERENCES post (id),
        service_type_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        free boolean NOT NULL DEFAULT true,
        CONSTRAINT seat_pk PRIMARY KEY (slot_id, number)
      );
      COMMENT ON TABLE seat IS 'The capacity of a slot is the number of its seats; a live booking holds exactly one.';
      COMMENT ON COLUMN seat.free IS 'A hint that makes the next free seat quick to find; booking.one_booking_per_seat is the rule.';
      CREATE INDEX seat_next_free ON seat (service_type_id, starts_at, number) WHERE free;

      CREATE TABLE booking (
        id uuid CONSTRAINT booking_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT booking_post REFERENCES post (id),
        registration_id uuid NOT NULL CONSTRAINT booking_registration REFERENCES registration (id),
        service_type_id uuid NOT NULL CONSTRAINT booking_service REFERENCES service_type (id),
        slot_id uuid NOT NULL,
        seat_number smallint NOT NULL,
        starts_at timestamptz NOT NULL,
        band_rank smallint NOT NULL,
        status text NOT NULL CONSTRAINT booking_status
          CHECK (status IN ('held', 'booked', 'checked-in', 'kept', 'missed', 'cancelled')),
        booked_at timestamptz NOT NULL DEFAULT now(),
        called_forward_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT booking_seat_exists FOREIGN KEY (slot_id, seat_number) REFERENCES seat (slot_id, number)
      );
      COMMENT ON COLUMN booking.band_rank IS '0 urgent, 1 high, 2 standard: the triage band when it was booked.';
      COMMENT ON COLUMN booking.called_forward_at IS 'When the person was told to come now, whatever the time of the slot.';
      CREATE UNIQUE INDEX one_booking_per_seat ON booking (slot_id, seat_number) WHERE status <> 'cancelled';
      CREATE UNIQUE INDEX one_live_booking_per_person ON booking (registration_id)
        WHERE status IN ('held', 'booked', 'checked-in');
      CREATE INDEX booking_to_call_forward ON booking (post_id, band_rank, starts_at, id)
        WHERE status = 'booked' AND called_forward_at IS NULL;
      CREATE INDEX booking_of_registration ON booking (registration_id, booked_at) INCLUDE (post_id);

      CREATE TABLE counter_session (
        id uuid CONSTRAINT counter_session_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT counter_session_post REFERENCES post (id),
        counter_id uuid NOT NULL CONSTRAINT counter_session_counter REFERENCES counter (id),
        account_id uuid NOT NULL CONSTRAINT counter_session_account REFERENCES account (id),
        opened_at timestamptz NOT NULL DEFAULT now(),
        paused_at timestamptz,
        closed_at timestamptz
      );
      CREATE UNIQUE INDEX one_officer_per_counter ON counter_session (counter_id) WHERE closed_at IS NULL;
      CREATE UNIQUE INDEX one_counter_per_officer ON counter_session (account_id) WHERE closed_at IS NULL;

      CREATE TABLE ticket_day (
        post_id uuid NOT NULL CONSTRAINT ticket_day_post REFERENCES post (id),
        day date NOT NULL,
        last_number integer NOT NULL,
        CONSTRAINT ticket_day_pk PRIMARY KEY (post_id, day)
      );
      CREATE TABLE ticket (
        id uuid CONSTRAINT ticket_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT ticket_post REFERENCES post (id),
        registration_id uuid NOT NULL CONSTRAINT ticket_registration REFERENCES registration (id),
        booking_id uuid NOT NULL CONSTRAINT ticket_booking REFERENCES booking (id),
        day date NOT NULL,
        number integer NOT NULL,
        band_rank smallint NOT NULL,
        due_at timestamptz NOT NULL,
        status text NOT NULL CONSTRAINT ticket_status
          CHECK (status IN ('waiting', 'called', 'serving', 'parked', 'missed', 'finished')),
        counter_session_id uuid CONSTRAINT ticket_counter_session REFERENCES counter_session (id),
        waiting_since timestamptz NOT NULL DEFAULT now(),
        called_at timestamptz,
        serving_since timestamptz,
        parked_at timestamptz,
        ended_at timestamptz,
        outcome text CONSTRAINT ticket_outcome
          CHECK (outcome IN ('done', 'come-back', 'did-not-come', 'day-ended', 'withdrawn')),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT ticket_number_once UNIQUE (post_id, day, number),
        CONSTRAINT ticket_with_counter CHECK ((status IN ('called', 'serving')) <= (counter_session_id IS NOT NULL)),
        CONSTRAINT ticket_parked CHECK ((status = 'parked') = (parked_at IS NOT NULL)),
        CONSTRAINT ticket_ended CHECK ((status IN ('missed', 'finished')) = (ended_at IS NOT NULL)),
        CONSTRAINT ticket_ended_with_outcome CHECK ((ended_at IS NULL) = (outcome IS NULL))
      );
      COMMENT ON COLUMN ticket.due_at IS 'Start of the booked slot: order within a band.';
      CREATE UNIQUE INDEX one_live_ticket_per_person ON ticket (registration_id)
        WHERE status IN ('waiting', 'called', 'serving', 'parked');
      CREATE UNIQUE INDEX one_person_per_counter ON ticket (counter_session_id)
        WHERE status IN ('called', 'serving');
      CREATE INDEX ticket_next ON ticket (post_id, band_rank, due_at, id) WHERE status = 'waiting';

      CREATE TABLE ticket_call (
        ticket_id uuid NOT NULL CONSTRAINT ticket_call_ticket REFERENCES ticket (id),
        attempt smallint NOT NULL,
        post_id uuid NOT NULL CONSTRAINT ticket_call_post REFERENCES post (id),
        counter_session_id uuid NOT NULL CONSTRAINT ticket_call_counter REFERENCES counter_session (id),
        called_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ticket_call_once_per_attempt PRIMARY KEY (ticket_id, attempt)
      );
      COMMENT ON TABLE ticket_call IS 'Each time a number was called. The first call is attempt 1; a recall adds one, at the same counter.';

      CALL confine_to_post('slot');
      CALL confine_to_post('seat');
      CALL confine_to_post('booking');
      CALL confine_to_post('counter_session');
      CALL confine_to_post('ticket_day');
      CALL confine_to_post('ticket');
      CALL confine_to_post('ticket_call');
      GRANT SELECT, INSERT ON slot, ticket_call TO pulang_app;
      GRANT SELECT, INSERT, UPDATE ON seat, booking, counter_session, ticket_day, ticket TO pulang_app;
      GRANT DELETE ON seat TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE ticket_call, ticket, ticket_day, counter_session, booking, seat, slot');
  }
}
