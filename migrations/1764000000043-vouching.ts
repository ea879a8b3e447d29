import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is named as vouching for somebody is asked, and counts only once they have said so themselves. */
export class Vouching1764000000043 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(KEPT);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER identity_referees_asked ON identity_decision;
      DROP FUNCTION identity_referees_asked();
      DROP TABLE identity_vouching;
    `);
  }
}

/** Evidence that was recorded before is asked about too; decisions that rest on it stand. */
const TABLE = `
  CREATE TABLE identity_vouching (
    id uuid CONSTRAINT identity_vouching_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT identity_vouching_post REFERENCES post (id),
    registration_id uuid NOT NULL CONSTRAINT identity_vouching_registration REFERENCES registration (id),
    evidence_id uuid NOT NULL CONSTRAINT identity_vouching_evidence REFERENCES identity_evidence (id)
      CONSTRAINT identity_vouching_once UNIQUE,
    referee_id uuid NOT NULL CONSTRAINT identity_vouching_referee REFERENCES registration (id),
    recorded_by uuid NOT NULL CONSTRAINT identity_vouching_recorder REFERENCES account (id),
    state text NOT NULL DEFAULT 'asked' CONSTRAINT identity_vouching_state CHECK (state IN ('asked', 'confirmed', 'objected')),
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    answered_at timestamptz,
    confirmed_by uuid CONSTRAINT identity_vouching_witness REFERENCES account (id),
    CONSTRAINT identity_vouching_for_another CHECK (referee_id <> registration_id),
    CONSTRAINT identity_vouching_answered CHECK ((state = 'asked') = (answered_at IS NULL)),
    CONSTRAINT identity_vouching_confirmed_by_another CHECK (confirmed_by IS NULL OR (state <> 'asked' AND confirmed_by <> recorded_by))
  );
  COMMENT ON TABLE identity_vouching IS 'What somebody who is named as vouching for another says of it themselves. It counts only once confirmed.';
  COMMENT ON COLUMN identity_vouching.confirmed_by IS 'The officer, never the one who recorded it, before whom they said so; none where they did on their own page.';
  CREATE INDEX identity_vouching_of_referee ON identity_vouching (referee_id);
  CREATE INDEX identity_vouching_of ON identity_vouching (registration_id);
  CALL confine_to_post('identity_vouching');
  GRANT SELECT, INSERT, UPDATE ON identity_vouching TO pulang_app;
  INSERT INTO identity_vouching (id, post_id, registration_id, evidence_id, referee_id, recorded_by, asked_at)
    SELECT id, post_id, registration_id, id, referee_id, recorded_by, recorded_at FROM identity_evidence
    WHERE referee_id IS NOT NULL AND agrees;`;

const KEPT = `
  CREATE FUNCTION identity_referees_asked() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (
      SELECT FROM identity_evidence e LEFT JOIN identity_vouching v ON v.evidence_id = e.id
      WHERE e.id = ANY (NEW.evidence_ids) AND e.referee_id IS NOT NULL AND v.state IS DISTINCT FROM 'confirmed')
    THEN
      RAISE EXCEPTION 'whoever vouches has not said so' USING ERRCODE = 'check_violation', CONSTRAINT = 'identity_referee_confirmed';
    END IF;
    RETURN NEW;
  END $$;
  COMMENT ON FUNCTION identity_referees_asked() IS 'No decision rests on a referee who did not confirm that they vouch.';
  CREATE TRIGGER identity_referees_asked BEFORE INSERT ON identity_decision
    FOR EACH ROW EXECUTE FUNCTION identity_referees_asked();`;
