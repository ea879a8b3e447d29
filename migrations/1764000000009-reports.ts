import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One definition of each figure, read from the stages; and the bulletins that quote them. */
export class Reports1764000000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX triage_first ON triage_assessment (registration_id, assessed_at) INCLUDE (post_id);
      CREATE INDEX ticket_first ON ticket (registration_id, waiting_since) INCLUDE (post_id);
      CREATE INDEX ticket_served ON ticket (registration_id, ended_at) INCLUDE (post_id) WHERE status = 'finished';
      CREATE INDEX identity_verified ON identity_decision (registration_id, decided_at) INCLUDE (post_id, superseded_at)
        WHERE outcome = 'verified';
      COMMENT ON INDEX triage_first IS
        'This and the next three: what journey_milestone reads, so that counting everybody never touches a table.';
      CREATE INDEX registration_merged ON registration (id) WHERE status = 'merged';
      COMMENT ON INDEX registration_merged IS 'The few that no figure counts.';

      CREATE VIEW journey_milestone WITH (security_invoker = true) AS
        SELECT post_id, id AS registration_id, 'registered' AS milestone, received_at AS at
          FROM registration WHERE status <> 'merged'
        UNION ALL
        SELECT m.post_id, m.registration_id, m.milestone, m.at FROM (
          SELECT post_id, registration_id, 'triaged' AS milestone, min(assessed_at) AS at
            FROM triage_assessment GROUP BY 1, 2
          UNION ALL
          SELECT post_id, registration_id, 'booked', min(booked_at) FROM booking GROUP BY 1, 2
          UNION ALL
          SELECT post_id, registration_id, 'checked-in', min(waiting_since) FROM ticket GROUP BY 1, 2
          UNION ALL
          SELECT post_id, registration_id, 'served', min(ended_at) FROM ticket WHERE status = 'finished' GROUP BY 1, 2
          UNION ALL
          SELECT post_id, registration_id, 'verified', min(decided_at) FROM identity_decision
            WHERE outcome = 'verified' GROUP BY 1, 2 HAVING bool_or(superseded_at IS NULL)
          UNION ALL
          SELECT post_id, registration_id, 'document-issued', min(issued_at) FROM travel_document GROUP BY 1, 2
          UNION ALL
          SELECT post_id, registration_id, 'clearance-granted', decided_at FROM exit_clearance WHERE status = 'granted'
          UNION ALL
          SELECT post_id, registration_id, 'departed', departed_at FROM departure WHERE departed_at IS NOT NULL
          UNION ALL
          SELECT post_id, registration_id, 'arrived', arrived_at FROM departure WHERE arrived_at IS NOT NULL
        ) m
        WHERE NOT EXISTS (SELECT FROM registration r WHERE r.id = m.registration_id AND r.status = 'merged');
      COMMENT ON VIEW journey_milestone IS
        'A person reached a stage, at a time: at most one row for each person and milestone, none for merged duplicates. Every figure and every list is read from here, so they agree.';

      CREATE TABLE bulletin (
        id uuid CONSTRAINT bulletin_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT bulletin_post REFERENCES post (id),
        day date NOT NULL,
        revision integer NOT NULL CONSTRAINT bulletin_revision_from_one CHECK (revision >= 1),
        as_of timestamptz NOT NULL,
        time_zone text NOT NULL,
        figures jsonb NOT NULL,
        figures_hash bytea NOT NULL,
        changed_because text,
        frozen_by uuid NOT NULL CONSTRAINT bulletin_officer REFERENCES account (id),
        frozen_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT bulletin_revision_once UNIQUE (post_id, day, revision),
        CONSTRAINT bulletin_revision_says_why CHECK ((revision = 1) = (changed_because IS NULL))
      );
      COMMENT ON TABLE bulletin IS 'A day''s figures as published. Never changed: a correction is the next revision and says what changed.';
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bulletin
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CALL confine_to_post('bulletin');
      GRANT SELECT ON journey_milestone TO pulang_app;
      GRANT SELECT, INSERT ON bulletin TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE bulletin; DROP VIEW journey_milestone; DROP INDEX registration_merged, identity_verified, ticket_served, ticket_first, triage_first',
    );
  }
}
