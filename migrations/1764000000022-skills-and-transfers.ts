import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One order for the hall, skills of officers and counters, what people need of them, and handing people over with a note. */
export class SkillsAndTransfers1764000000022 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ORDER);
    await db.query(SKILLS);
    await db.query(TRANSFERS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE ticket_transfer, counter_skills, officer_skills;
      DROP INDEX ticket_next;
      CREATE INDEX ticket_next ON ticket (post_id, band_rank, due_at, id) WHERE status = 'waiting';
      ALTER TABLE ticket DROP COLUMN needs, DROP COLUMN counter_id, DROP COLUMN service_type_id,
        DROP COLUMN passed_over_at;
      DROP FUNCTION place_in_hall`);
  }
}

const ORDER = `
  CREATE FUNCTION place_in_hall(band_rank smallint, due_at timestamptz, called_in_at timestamptz) RETURNS timestamp
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (due_at AT TIME ZONE 'UTC') - make_interval(mins => CASE
        WHEN band_rank = 0 THEN 1000000000 WHEN called_in_at IS NOT NULL THEN 500000000 ELSE 0 END
      + CASE WHEN band_rank = 1 THEN 25 ELSE 0 END) $$;
  COMMENT ON FUNCTION place_in_hall IS
    'The place in the hall as a time, smaller is earlier: urgent first, then who was called in from the zone, high 25 minutes ahead. The same as nextTicket.';
  DROP INDEX ticket_next;
  CREATE INDEX ticket_next ON ticket (post_id, place_in_hall(band_rank, due_at, called_in_at), id)
    WHERE status = 'waiting';`;

const SKILL = '(protection|language:[a-z]{2,3}|service:[a-z-]{1,40})';
const areSkills = (column: string): string =>
  `cardinality(${column}) = 0 OR cardinality(${column}) <= 60 AND array_to_string(${column}, ' ') ~ '^${SKILL}( ${SKILL})*$'`;

const SKILLS = `
  CREATE TABLE officer_skills (
    post_id uuid NOT NULL CONSTRAINT officer_skills_post REFERENCES post (id),
    account_id uuid NOT NULL,
    skills text[] NOT NULL CONSTRAINT officer_skills_form CHECK (${areSkills('skills')}),
    changed_by uuid NOT NULL CONSTRAINT officer_skills_changed_by REFERENCES account (id),
    changed_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 2,
    CONSTRAINT officer_skills_pk PRIMARY KEY (post_id, account_id),
    CONSTRAINT officer_skills_of_the_post FOREIGN KEY (account_id, post_id)
      REFERENCES account_post (account_id, post_id) ON DELETE CASCADE
  );
  COMMENT ON TABLE officer_skills IS 'What an officer can do at a post. Without a row: what everybody can. Version 1 is no row.';
  CREATE TABLE counter_skills (
    counter_id uuid CONSTRAINT counter_skills_pk PRIMARY KEY CONSTRAINT counter_skills_counter REFERENCES counter (id),
    post_id uuid NOT NULL CONSTRAINT counter_skills_post REFERENCES post (id),
    skills text[] NOT NULL CONSTRAINT counter_skills_form CHECK (${areSkills('skills')})
      CONSTRAINT counter_does_services CHECK (array_to_string(skills, ' ') !~ '(^| )(protection|language:)'),
    changed_by uuid NOT NULL CONSTRAINT counter_skills_changed_by REFERENCES account (id),
    changed_at timestamptz NOT NULL DEFAULT now(),
    version integer NOT NULL DEFAULT 2
  );
  COMMENT ON TABLE counter_skills IS 'Services that a counter is made for, whoever sits there. Version 1 is no row.';

  ALTER TABLE ticket
    ADD COLUMN needs text[] NOT NULL DEFAULT '{}' CONSTRAINT ticket_needs_form CHECK (${areSkills('needs')}),
    ADD COLUMN counter_id uuid CONSTRAINT ticket_for_counter REFERENCES counter (id),
    ADD COLUMN service_type_id uuid CONSTRAINT ticket_service REFERENCES service_type (id),
    ADD COLUMN passed_over_at timestamptz;
  COMMENT ON COLUMN ticket.needs IS 'Skills that whoever calls the person should have: asked for while somebody at work has them.';
  COMMENT ON COLUMN ticket.counter_id IS 'The counter that the person was handed over to; empty: any.';
  COMMENT ON COLUMN ticket.service_type_id IS 'The service that the person was handed over to; empty: that of the appointment.';
  COMMENT ON COLUMN ticket.passed_over_at IS 'When somebody behind was called first for want of a skill; some minutes later any counter may call.';
  CREATE INDEX ticket_to_counter ON ticket (post_id) WHERE status = 'waiting' AND counter_id IS NOT NULL;
  CREATE INDEX ticket_passed_over ON ticket (post_id) WHERE status = 'waiting' AND passed_over_at IS NOT NULL;

  CALL confine_to_post('officer_skills');
  CALL confine_to_post('counter_skills');
  GRANT SELECT, INSERT, UPDATE ON officer_skills, counter_skills TO pulang_app;`;

const TRANSFERS = `
  CREATE TABLE ticket_transfer (
    id uuid CONSTRAINT ticket_transfer_pk PRIMARY KEY,
    ticket_id uuid NOT NULL CONSTRAINT ticket_transfer_ticket REFERENCES ticket (id),
    post_id uuid NOT NULL CONSTRAINT ticket_transfer_post REFERENCES post (id),
    registration_id uuid NOT NULL CONSTRAINT ticket_transfer_registration REFERENCES registration (id),
    transferred_by uuid NOT NULL CONSTRAINT ticket_transfer_officer REFERENCES account (id),
    transferred_at timestamptz NOT NULL DEFAULT now(),
    counter_session_id uuid NOT NULL CONSTRAINT ticket_transfer_session REFERENCES counter_session (id),
    needs_before text[] NOT NULL,
    counter_before uuid,
    service_before uuid,
    note_sealed bytea,
    undone_at timestamptz
  );
  COMMENT ON TABLE ticket_transfer IS 'Each time a person at a counter was handed over, and what the next officer should know.';
  COMMENT ON COLUMN ticket_transfer.note_sealed IS 'Under the key of the registration''s person; emptied when the person is erased.';
  CREATE INDEX ticket_transfer_of_ticket ON ticket_transfer (ticket_id, transferred_at);
  CREATE INDEX ticket_transfer_note ON ticket_transfer (registration_id) WHERE note_sealed IS NOT NULL;
  CALL confine_to_post('ticket_transfer');
  GRANT SELECT, INSERT, UPDATE ON ticket_transfer TO pulang_app;`;
