import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Home and family, groups with guardians, agreement by recipient, drafts to come back to, and erasure. */
export class FullerRegistrations1764000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE person ADD COLUMN home_sealed bytea;
      COMMENT ON COLUMN person.home_sealed IS 'Home address, and whom to call in an emergency (AES-256-GCM).';

      ALTER TABLE registration
        ADD COLUMN guardian_id uuid CONSTRAINT registration_guardian REFERENCES registration (id)
          DEFERRABLE INITIALLY DEFERRED,
        ADD COLUMN erased_at timestamptz,
        ADD CONSTRAINT registration_not_own_guardian CHECK (guardian_id <> id),
        ADD CONSTRAINT registration_guardian_in_group CHECK (guardian_id IS NULL OR group_id IS NOT NULL);
      COMMENT ON COLUMN registration.guardian_id IS 'The adult of the same group whom a minor is with.';
      COMMENT ON COLUMN registration.closed_at IS 'When help ended: closed or withdrawn. Retention counts from here.';
      CREATE INDEX registration_wards ON registration (guardian_id) WHERE guardian_id IS NOT NULL;
      CREATE INDEX registration_kept ON registration (post_id, closed_at)
        WHERE closed_at IS NOT NULL AND erased_at IS NULL;
      UPDATE registration SET closed_at = now() WHERE status = 'withdrawn' AND closed_at IS NULL;

      ALTER TABLE post ADD COLUMN retention_days integer NOT NULL DEFAULT 730
        CONSTRAINT post_retention_days CHECK (retention_days BETWEEN 30 AND 36500);
      COMMENT ON COLUMN post.retention_days IS 'Days after a case ended until the person is erased.';

      ALTER TABLE consent ADD COLUMN recipient text;
      UPDATE consent SET recipient = CASE purpose WHEN 'home-ministry' THEN 'home-ministry'
        WHEN 'host-exit-clearance' THEN 'host-immigration' WHEN 'shelter-partners' THEN 'shelters' ELSE 'embassy' END;
      ALTER TABLE consent
        ALTER COLUMN recipient SET NOT NULL,
        DROP CONSTRAINT consent_pk,
        ADD CONSTRAINT consent_pk PRIMARY KEY (registration_id, purpose, recipient, at);
      COMMENT ON COLUMN consent.recipient IS 'Who may hear of it. The police of the host country are none of them.';
      COMMENT ON TABLE consent IS
        'One row each time the person agrees or withdraws, by purpose and recipient; the latest counts.';
    `);
    await db.query(`
      CREATE TABLE registration_draft (
        id uuid CONSTRAINT registration_draft_pk PRIMARY KEY,
        reference text NOT NULL CONSTRAINT registration_draft_reference_once UNIQUE,
        code_index bytea NOT NULL,
        content_sealed bytea NOT NULL,
        address_index bytea NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      );
      COMMENT ON TABLE registration_draft IS 'Unfinished registrations that their writers come back to. Never counted.';
      COMMENT ON COLUMN registration_draft.content_sealed IS
        'Sealed under a key derived from the master key and the code: without the code nobody reads it, we neither.';
      COMMENT ON COLUMN registration_draft.address_index IS 'Keyed hash of the network address, for the limit a day.';
      CREATE INDEX registration_draft_expiry ON registration_draft (expires_at);
      CREATE INDEX registration_draft_address ON registration_draft (address_index, saved_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON registration_draft TO pulang_app;

      CREATE TABLE erasure (
        id uuid CONSTRAINT erasure_pk PRIMARY KEY,
        registration_id uuid NOT NULL CONSTRAINT erasure_registration REFERENCES registration (id),
        post_id uuid NOT NULL CONSTRAINT erasure_post REFERENCES post (id),
        status text NOT NULL CONSTRAINT erasure_status CHECK (status IN ('asked', 'confirmed', 'cancelled', 'done')),
        asked_at timestamptz NOT NULL DEFAULT now(),
        confirmed_at timestamptz,
        due_at timestamptz,
        ended_at timestamptz,
        kept_because text,
        kept_until timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT erasure_due_once_confirmed CHECK ((confirmed_at IS NULL) = (due_at IS NULL)),
        CONSTRAINT erasure_ended CHECK ((ended_at IS NOT NULL) = (status IN ('cancelled', 'done'))),
        CONSTRAINT erasure_kept_until_when CHECK ((kept_because IS NULL) = (kept_until IS NULL))
      );
      COMMENT ON TABLE erasure IS 'A person asks that what is held of them be erased: asked, confirmed, carried out after a day.';
      COMMENT ON COLUMN erasure.kept_because IS 'The duty that postpones it, as a code; it is carried out by itself after kept_until.';
      CREATE UNIQUE INDEX erasure_one_live ON erasure (registration_id) WHERE status IN ('asked', 'confirmed');
      CREATE INDEX erasure_due ON erasure (due_at) WHERE status = 'confirmed';
      CALL confine_to_post('erasure');
      GRANT SELECT, INSERT, UPDATE ON erasure TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE erasure, registration_draft;
      DELETE FROM consent WHERE recipient IN ('home-agency', 'iom', 'family');
      ALTER TABLE consent DROP CONSTRAINT consent_pk, DROP COLUMN recipient,
        ADD CONSTRAINT consent_pk PRIMARY KEY (registration_id, purpose, at);
      COMMENT ON TABLE consent IS 'One row each time the person agrees or withdraws, by purpose; the latest counts.';
      ALTER TABLE post DROP COLUMN retention_days;
      DROP INDEX registration_kept;
      COMMENT ON COLUMN registration.closed_at IS NULL;
      ALTER TABLE registration DROP CONSTRAINT registration_guardian_in_group,
        DROP CONSTRAINT registration_not_own_guardian, DROP COLUMN guardian_id, DROP COLUMN erased_at;
      ALTER TABLE person DROP COLUMN home_sealed;
    `);
  }
}
