import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures count people and not reports of them, at the counter too; and how many people's masked cases one reads in a day is counted. */
export class PeopleNotReports1764000000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(milestones(SERVED_AS_ANOTHER));
    await db.query(`
      CREATE TABLE case_reading (
        account_id uuid NOT NULL CONSTRAINT case_reading_account REFERENCES account (id),
        registration_id uuid NOT NULL CONSTRAINT case_reading_registration REFERENCES registration (id),
        post_id uuid NOT NULL CONSTRAINT case_reading_post REFERENCES post (id),
        opened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT case_reading_pk PRIMARY KEY (account_id, registration_id)
      );
      COMMENT ON TABLE case_reading IS
        'People whose masked case an account read within a day, each once; what is older is deleted when the account reads another.';
      CALL confine_to_post('case_reading');
      GRANT SELECT, INSERT, UPDATE, DELETE ON case_reading TO pulang_app`);
    await db.query(READ_IN_A_DAY);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION case_reading_in_a_day(uuid); DROP TABLE case_reading');
    await db.query(milestones(''));
  }
}

/** Whoever was seen at a counter under a report that was merged later was seen: under the case that is kept, unless they were seen under that too. */
const SERVED_AS_ANOTHER = `
  UNION ALL
  SELECT k.post_id, k.kept_id, 'served', u.at
    FROM (SELECT DISTINCT post_id, kept_id FROM registration_merge WHERE undone_at IS NULL) k
    CROSS JOIN LATERAL (
      WITH RECURSIVE under AS (
        SELECT merged_id FROM registration_merge WHERE kept_id = k.kept_id AND undone_at IS NULL
        UNION
        SELECT m.merged_id FROM under JOIN registration_merge m ON m.kept_id = under.merged_id AND m.undone_at IS NULL
      )
      SELECT min(t.ended_at) AS at FROM under JOIN ticket t ON t.registration_id = under.merged_id AND t.status = 'finished'
    ) u
    WHERE u.at IS NOT NULL
      AND NOT EXISTS (SELECT FROM ticket t WHERE t.registration_id = k.kept_id AND t.status = 'finished')`;

const milestones = (further: string): string => `
  CREATE OR REPLACE VIEW journey_milestone WITH (security_invoker = true) AS
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
      ${further}
    ) m
    WHERE NOT EXISTS (SELECT FROM registration r WHERE r.id = m.registration_id AND r.status = 'merged')`;

/** As those of the other limits of a day (migration 56). */
const READ_IN_A_DAY = `
  CREATE FUNCTION case_reading_in_a_day(account uuid, OUT number integer, OUT wait float8) LANGUAGE plpgsql AS $$
  DECLARE posts text := coalesce(current_setting('pulang.posts', true), '');
  BEGIN
    PERFORM set_config('pulang.posts', (SELECT string_agg(p.id::text, ',') FROM post p), true);
    SELECT count(*)::integer, extract(epoch FROM min(opened_at) + interval '24 hours' - now())::float8 INTO number, wait
      FROM case_reading WHERE account_id = account AND opened_at > now() - interval '24 hours';
    PERFORM set_config('pulang.posts', posts, true);
  END $$;
  COMMENT ON FUNCTION case_reading_in_a_day(uuid) IS
    'How many people''s masked cases an account read within a day, at whichever post: their number, and the seconds until the first of them is a day old.'`;
