import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How soon a person is seen and why; who they are and how we know. */
export class TriageAndIdentity1764000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE triage_assessment (
        id uuid CONSTRAINT triage_assessment_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT triage_assessment_post REFERENCES post (id),
        registration_id uuid NOT NULL CONSTRAINT triage_assessment_registration REFERENCES registration (id),
        band text NOT NULL CONSTRAINT triage_assessment_band CHECK (band IN ('urgent', 'high', 'standard')),
        reasons text[] NOT NULL,
        assessed_by uuid,
        note_sealed bytea,
        assessed_at timestamptz NOT NULL DEFAULT now(),
        superseded_at timestamptz,
        CONSTRAINT triage_override_says_why CHECK (assessed_by IS NULL OR note_sealed IS NOT NULL)
      );
      COMMENT ON COLUMN triage_assessment.assessed_by IS 'The officer who set the band against the rules; empty where the rules did.';
      CREATE UNIQUE INDEX one_current_band_per_registration ON triage_assessment (registration_id)
        WHERE superseded_at IS NULL;

      CREATE TABLE identity_evidence (
        id uuid CONSTRAINT identity_evidence_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT identity_evidence_post REFERENCES post (id),
        registration_id uuid NOT NULL CONSTRAINT identity_evidence_registration REFERENCES registration (id),
        kind text NOT NULL,
        strength text NOT NULL CONSTRAINT identity_evidence_strength
          CHECK (strength IN ('superior', 'strong', 'fair', 'none')),
        agrees boolean NOT NULL,
        referee_id uuid CONSTRAINT identity_evidence_referee_registration REFERENCES registration (id),
        statement_sealed bytea NOT NULL,
        recorded_by uuid NOT NULL CONSTRAINT identity_evidence_officer REFERENCES account (id),
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT identity_evidence_referee CHECK (referee_id IS NULL OR (kind = 'referee' AND referee_id <> registration_id))
      );
      COMMENT ON COLUMN identity_evidence.referee_id IS 'Who vouches: carries nobody to a higher level than they are verified to themselves.';
      COMMENT ON COLUMN identity_evidence.strength IS 'NIST SP 800-63A-4 section 2.4: superior, strong, fair; none when it proves nothing.';
      COMMENT ON COLUMN identity_evidence.agrees IS 'Whether it agrees with what the person reported.';
      CREATE INDEX identity_evidence_of ON identity_evidence (registration_id, recorded_at);

      CREATE TABLE identity_decision (
        id uuid CONSTRAINT identity_decision_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT identity_decision_post REFERENCES post (id),
        registration_id uuid NOT NULL CONSTRAINT identity_decision_registration REFERENCES registration (id),
        outcome text NOT NULL CONSTRAINT identity_decision_outcome
          CHECK (outcome IN ('verified', 'more-needed', 'refused', 'not-a-national')),
        level smallint,
        reasons text[] NOT NULL,
        decided_by uuid NOT NULL CONSTRAINT identity_decision_officer REFERENCES account (id),
        decided_at timestamptz NOT NULL DEFAULT now(),
        superseded_at timestamptz,
        CONSTRAINT identity_level_only_when_verified CHECK ((outcome = 'verified') = (level IS NOT NULL)),
        CONSTRAINT identity_level_range CHECK (level BETWEEN 1 AND 3)
      );
      CREATE UNIQUE INDEX one_current_identity_decision ON identity_decision (registration_id)
        WHERE superseded_at IS NULL;

      CALL confine_to_post('triage_assessment');
      CALL confine_to_post('identity_evidence');
      CALL confine_to_post('identity_decision');
      GRANT SELECT, INSERT, UPDATE ON triage_assessment, identity_decision TO pulang_app;
      GRANT SELECT, INSERT ON identity_evidence TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE identity_decision, identity_evidence, triage_assessment');
  }
}
