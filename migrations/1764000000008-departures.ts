import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The host country's permission to leave, the journey, and the arrival. */
export class Departures1764000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE exit_clearance (
        id uuid CONSTRAINT exit_clearance_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT exit_clearance_post REFERENCES post (id),
        registration_id uuid NOT NULL CONSTRAINT exit_clearance_registration REFERENCES registration (id),
        status text NOT NULL CONSTRAINT exit_clearance_status CHECK (status IN ('requested', 'granted', 'refused')),
        overstay_days integer NOT NULL CONSTRAINT exit_clearance_days CHECK (overstay_days BETWEEN 0 AND 36500),
        fine numeric(15, 2) NOT NULL CONSTRAINT exit_clearance_fine_not_negative CHECK (fine >= 0),
        fine_currency char(3) NOT NULL,
        waived numeric(15, 2) NOT NULL DEFAULT 0,
        permit_sealed bytea,
        requested_by uuid NOT NULL CONSTRAINT exit_clearance_officer REFERENCES account (id),
        requested_at timestamptz NOT NULL DEFAULT now(),
        decided_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT exit_clearance_waived_within_fine CHECK (waived BETWEEN 0 AND fine),
        CONSTRAINT exit_clearance_decided CHECK ((status = 'requested') = (decided_at IS NULL))
      );
      COMMENT ON COLUMN exit_clearance.fine IS 'Overstay fine before the waiver: days times the post''s fine per day at the time.';
      COMMENT ON COLUMN exit_clearance.permit_sealed IS 'Number of the exit permit as the host country gave it.';
      CREATE UNIQUE INDEX one_live_clearance_per_person ON exit_clearance (registration_id)
        WHERE status IN ('requested', 'granted');
      CREATE INDEX exit_clearance_of ON exit_clearance (registration_id, requested_at) INCLUDE (post_id, status, decided_at);

      CREATE TABLE departure (
        id uuid CONSTRAINT departure_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT departure_post REFERENCES post (id),
        registration_id uuid NOT NULL CONSTRAINT departure_registration REFERENCES registration (id),
        status text NOT NULL CONSTRAINT departure_status
          CHECK (status IN ('planned', 'cleared', 'boarded', 'departed', 'arrived', 'missed')),
        carrier text NOT NULL,
        service_number text NOT NULL,
        leaves_from text NOT NULL,
        arrives_at_place text NOT NULL,
        scheduled_at timestamptz NOT NULL,
        planned_at timestamptz NOT NULL DEFAULT now(),
        cleared_at timestamptz,
        boarded_at timestamptz,
        departed_at timestamptz,
        arrived_at timestamptz,
        missed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT departed_only_when_boarded CHECK (departed_at IS NULL OR boarded_at IS NOT NULL),
        CONSTRAINT arrived_only_when_departed CHECK (arrived_at IS NULL OR departed_at IS NOT NULL)
      );
      COMMENT ON COLUMN departure.service_number IS 'Flight, train or coach number.';
      CREATE UNIQUE INDEX one_live_departure_per_person ON departure (registration_id) WHERE status <> 'missed';
      CREATE INDEX departure_of ON departure (registration_id, planned_at) INCLUDE (post_id, departed_at, arrived_at);
      CREATE INDEX departure_arrivals ON departure (post_id, scheduled_at, id);

      CALL confine_to_post('exit_clearance');
      CALL confine_to_post('departure');
      GRANT SELECT, INSERT, UPDATE ON exit_clearance, departure TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE departure, exit_clearance');
  }
}
