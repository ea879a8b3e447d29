import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identity by two officers who do not know of each other, drawn by lot; contradictions, interviews, registry, family, photos. */
export class IdentityByTwo1764000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ROUNDS);
    await db.query(EVIDENCE);
    await db.query(INQUIRIES);
    await db.query(PHOTOS);
  }

  /** What was decided stays; how it came about is lost. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE portrait, identity_hand_over, family_request, registry_query, identity_interview, identity_contradiction;
      ALTER TABLE identity_decision DROP COLUMN round_id, DROP COLUMN rule, DROP COLUMN evidence_ids;
      ALTER TABLE identity_evidence DROP COLUMN origin;
      DROP TABLE identity_tie, identity_duty, identity_assignment, identity_opinion, identity_round;
      DROP FUNCTION current_officer();
    `);
  }
}

const ROUNDS = `
  CREATE FUNCTION current_officer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT nullif(current_setting('pulang.officer', true), '')::uuid $$;
  COMMENT ON FUNCTION current_officer() IS
    'The account at work in this transaction, set with SET LOCAL pulang.officer; none when unset.';

  CREATE TABLE identity_round (
    id uuid CONSTRAINT identity_round_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT identity_round_post REFERENCES post (id),
    registration_id uuid NOT NULL CONSTRAINT identity_round_registration REFERENCES registration (id),
    number smallint NOT NULL,
    opinions smallint NOT NULL DEFAULT 0 CONSTRAINT identity_round_opinions CHECK (opinions BETWEEN 0 AND 3),
    opened_by uuid NOT NULL CONSTRAINT identity_round_first_officer REFERENCES account (id),
    opened_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    ended_as text CONSTRAINT identity_round_ended_as CHECK (ended_as IN ('decided', 'overtaken')),
    CONSTRAINT identity_round_ends_with_reason CHECK ((ended_at IS NULL) = (ended_as IS NULL)),
    CONSTRAINT identity_round_number_once UNIQUE (registration_id, number)
  );
  COMMENT ON TABLE identity_round IS 'A case that needs two officers. Evidence that contradicts overtakes it; the next round begins anew.';
  COMMENT ON COLUMN identity_round.opinions IS 'How many conclusions are in. From two on they can be read by others.';
  CREATE UNIQUE INDEX one_open_identity_round ON identity_round (registration_id) WHERE ended_at IS NULL;

  CREATE TABLE identity_opinion (
    id uuid CONSTRAINT identity_opinion_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT identity_opinion_post REFERENCES post (id),
    round_id uuid NOT NULL CONSTRAINT identity_opinion_round REFERENCES identity_round (id),
    seat smallint NOT NULL CONSTRAINT identity_opinion_seat CHECK (seat BETWEEN 1 AND 3),
    officer_id uuid NOT NULL CONSTRAINT identity_opinion_officer REFERENCES account (id),
    outcome text NOT NULL CONSTRAINT identity_opinion_outcome
      CHECK (outcome IN ('verified', 'more-needed', 'refused', 'not-a-national')),
    reasons text[] NOT NULL,
    given_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT identity_opinion_seat_once UNIQUE (round_id, seat),
    CONSTRAINT one_identity_opinion_per_officer UNIQUE (round_id, officer_id)
  );
  COMMENT ON TABLE identity_opinion IS 'What each officer concluded: 1 first, 2 second, 3 the approver where the two differ. Never changed.';

  CREATE TABLE identity_assignment (
    id uuid CONSTRAINT identity_assignment_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT identity_assignment_post REFERENCES post (id),
    round_id uuid NOT NULL CONSTRAINT identity_assignment_round REFERENCES identity_round (id),
    seat smallint NOT NULL CONSTRAINT identity_assignment_seat CHECK (seat IN (2, 3)),
    officer_id uuid NOT NULL CONSTRAINT identity_assignment_officer REFERENCES account (id),
    drawn_from smallint NOT NULL CONSTRAINT identity_assignment_drawn CHECK (drawn_from > 0),
    assigned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz,
    ended_as text CONSTRAINT identity_assignment_ended_as CHECK (ended_as IN ('done', 'tied', 'away', 'overtaken')),
    CONSTRAINT identity_assignment_ends_with_reason CHECK ((ended_at IS NULL) = (ended_as IS NULL))
  );
  COMMENT ON COLUMN identity_assignment.drawn_from IS 'How many officers were free and without a tie when the lot was drawn.';
  CREATE UNIQUE INDEX one_officer_per_identity_seat ON identity_assignment (round_id, seat) WHERE ended_at IS NULL;
  CREATE INDEX identity_assignment_own ON identity_assignment (officer_id) WHERE ended_at IS NULL;

  CREATE TABLE identity_duty (
    account_id uuid NOT NULL CONSTRAINT identity_duty_account REFERENCES account (id),
    post_id uuid NOT NULL CONSTRAINT identity_duty_post REFERENCES post (id),
    available boolean NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT identity_duty_pk PRIMARY KEY (post_id, account_id)
  );
  COMMENT ON TABLE identity_duty IS 'Who said that they are not to be drawn for identity work. Whoever is signed in and said nothing is.';

  CREATE TABLE identity_tie (
    registration_id uuid NOT NULL CONSTRAINT identity_tie_registration REFERENCES registration (id),
    account_id uuid NOT NULL CONSTRAINT identity_tie_account REFERENCES account (id),
    post_id uuid NOT NULL CONSTRAINT identity_tie_post REFERENCES post (id),
    kind text NOT NULL CONSTRAINT identity_tie_kind CHECK (kind IN ('family', 'same-family-name', 'knows-person', 'interpreter', 'referee', 'other')),
    declared_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT identity_tie_pk PRIMARY KEY (registration_id, account_id)
  );
  COMMENT ON TABLE identity_tie IS 'Officers who said that they are tied to a person: they neither gather evidence nor decide.';

  CALL confine_to_post('identity_round');
  CALL confine_to_post('identity_opinion');
  CALL confine_to_post('identity_assignment');
  CALL confine_to_post('identity_duty');
  CALL confine_to_post('identity_tie');
  CREATE POLICY blind_until_two ON identity_opinion AS RESTRICTIVE FOR SELECT USING (
    officer_id = current_officer()
    OR EXISTS (SELECT FROM identity_round r WHERE r.id = round_id AND r.opinions >= 2));
  GRANT SELECT, INSERT ON identity_opinion, identity_tie TO pulang_app;
  GRANT SELECT, INSERT, UPDATE ON identity_round, identity_assignment, identity_duty TO pulang_app;`;

const EVIDENCE = `
  ALTER TABLE identity_evidence
    ADD COLUMN origin text NOT NULL DEFAULT 'officer' CONSTRAINT identity_evidence_origin
      CHECK (origin IN ('officer', 'document', 'interview', 'registry', 'ministry', 'photo'));
  COMMENT ON COLUMN identity_evidence.origin IS 'Whether an officer says so, or what a machine read, an interview, a registry, the home ministry.';
  ALTER TABLE identity_decision
    ADD COLUMN round_id uuid CONSTRAINT identity_decision_round REFERENCES identity_round (id),
    ADD COLUMN rule text,
    ADD COLUMN evidence_ids uuid[] NOT NULL DEFAULT '{}';
  COMMENT ON COLUMN identity_decision.rule IS 'The rule under which the evidence carried the level.';

  CREATE TABLE identity_contradiction (
    id uuid CONSTRAINT identity_contradiction_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT identity_contradiction_post REFERENCES post (id),
    registration_id uuid NOT NULL CONSTRAINT identity_contradiction_registration REFERENCES registration (id),
    evidence_id uuid NOT NULL CONSTRAINT identity_contradiction_evidence REFERENCES identity_evidence (id),
    code text NOT NULL,
    raised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    resolved_by uuid CONSTRAINT identity_contradiction_officer REFERENCES account (id),
    resolved_at timestamptz,
    reason_sealed bytea,
    CONSTRAINT identity_contradiction_once UNIQUE (evidence_id, code),
    CONSTRAINT identity_contradiction_resolved_with_reason
      CHECK ((resolved_by IS NULL) = (resolved_at IS NULL) AND (resolved_by IS NULL) = (reason_sealed IS NULL))
  );
  COMMENT ON TABLE identity_contradiction IS 'Where evidence says something else than the record. Each stands in the way of verified until somebody says why it does not matter.';
  CREATE INDEX identity_contradiction_of ON identity_contradiction (registration_id);

  CREATE TABLE identity_interview (
    id uuid CONSTRAINT identity_interview_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT identity_interview_post REFERENCES post (id),
    registration_id uuid NOT NULL CONSTRAINT identity_interview_registration REFERENCES registration (id),
    officer_id uuid NOT NULL CONSTRAINT identity_interview_officer REFERENCES account (id),
    questions text[] NOT NULL,
    judgements text[],
    answers_sealed bytea,
    drawn_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    evidence_id uuid CONSTRAINT identity_interview_evidence REFERENCES identity_evidence (id),
    CONSTRAINT identity_interview_ended CHECK ((ended_at IS NULL) = (answers_sealed IS NULL) AND (ended_at IS NULL) = (judgements IS NULL))
  );
  COMMENT ON COLUMN identity_interview.questions IS 'Codes of the questions, as the lot drew them; the answers are sealed.';
  CREATE UNIQUE INDEX one_open_identity_interview ON identity_interview (registration_id, officer_id) WHERE ended_at IS NULL;

  CALL confine_to_post('identity_contradiction');
  CALL confine_to_post('identity_interview');
  GRANT SELECT, INSERT, UPDATE ON identity_contradiction, identity_interview TO pulang_app;`;

const INQUIRIES = `
  CREATE TABLE registry_query (
    id uuid CONSTRAINT registry_query_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT registry_query_post REFERENCES post (id),
    registration_id uuid NOT NULL CONSTRAINT registry_query_registration REFERENCES registration (id),
    state text NOT NULL DEFAULT 'queued' CONSTRAINT registry_query_state
      CHECK (state IN ('queued', 'waiting', 'answered', 'failed', 'not-allowed')),
    ticket text,
    attempts smallint NOT NULL DEFAULT 0,
    claimed_at timestamptz,
    result text CONSTRAINT registry_query_result CHECK (result IN ('match', 'partly', 'none')),
    asked_by uuid NOT NULL CONSTRAINT registry_query_officer REFERENCES account (id),
    asked_at timestamptz NOT NULL DEFAULT now(),
    answered_at timestamptz,
    evidence_id uuid CONSTRAINT registry_query_evidence REFERENCES identity_evidence (id),
    CONSTRAINT registry_query_answered CHECK ((state = 'answered') = (result IS NOT NULL))
  );
  COMMENT ON TABLE registry_query IS 'Questions to the citizen registry at home: asked by a job, answered at once or later under a ticket.';
  COMMENT ON COLUMN registry_query.claimed_at IS 'While a job asks; one that died lets go after two minutes.';
  CREATE UNIQUE INDEX one_open_registry_query ON registry_query (registration_id) WHERE state IN ('queued', 'waiting');
  CREATE INDEX registry_query_open ON registry_query (state, asked_at) WHERE state IN ('queued', 'waiting');

  CREATE TABLE family_request (
    id uuid CONSTRAINT family_request_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT family_request_post REFERENCES post (id),
    registration_id uuid NOT NULL CONSTRAINT family_request_registration REFERENCES registration (id),
    state text NOT NULL DEFAULT 'open' CONSTRAINT family_request_state CHECK (state IN ('open', 'answered')),
    question_sealed bytea NOT NULL,
    answer_sealed bytea,
    asked_by uuid NOT NULL CONSTRAINT family_request_officer REFERENCES account (id),
    asked_at timestamptz NOT NULL DEFAULT now(),
    answered_by uuid CONSTRAINT family_request_ministry REFERENCES account (id),
    answered_at timestamptz,
    evidence_id uuid CONSTRAINT family_request_evidence REFERENCES identity_evidence (id),
    CONSTRAINT family_request_answered
      CHECK ((state = 'answered') = (answered_by IS NOT NULL) AND (state = 'answered') = (answer_sealed IS NOT NULL))
  );
  COMMENT ON TABLE family_request IS 'Questions to family at home, put by the home ministry: nobody there learns where the person is.';
  CREATE UNIQUE INDEX one_open_family_request ON family_request (registration_id) WHERE state = 'open';

  CREATE TABLE identity_hand_over (
    registration_id uuid CONSTRAINT identity_hand_over_pk PRIMARY KEY
      CONSTRAINT identity_hand_over_registration REFERENCES registration (id),
    post_id uuid NOT NULL CONSTRAINT identity_hand_over_post REFERENCES post (id),
    country char(3) NOT NULL CONSTRAINT identity_hand_over_country CHECK (country ~ '^[A-Z]{3}$'),
    handed_over_by uuid NOT NULL CONSTRAINT identity_hand_over_officer REFERENCES account (id),
    handed_over_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE identity_hand_over IS 'People of another country and whose embassy they were led to. Nothing about them is sent there.';

  CALL confine_to_post('registry_query');
  CALL confine_to_post('family_request');
  CALL confine_to_post('identity_hand_over');
  GRANT SELECT, INSERT, UPDATE ON registry_query, family_request TO pulang_app;
  GRANT SELECT, INSERT ON identity_hand_over TO pulang_app;`;

const PHOTOS = `
  CREATE TABLE portrait (
    id uuid CONSTRAINT portrait_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT portrait_post REFERENCES post (id),
    registration_id uuid NOT NULL CONSTRAINT portrait_registration REFERENCES registration (id),
    source text NOT NULL CONSTRAINT portrait_source CHECK (source IN ('phone', 'kiosk', 'counter', 'document')),
    sealed bytea NOT NULL,
    taken_by uuid CONSTRAINT portrait_officer REFERENCES account (id),
    taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    superseded_at timestamptz
  );
  COMMENT ON TABLE portrait IS 'Pictures of a person, 413 x 531 JPEG without metadata, sealed under the person''s key. The latest of each sort counts.';
  COMMENT ON COLUMN portrait.source IS 'Where it was taken; document: the picture in an old document, for comparison only.';
  CREATE UNIQUE INDEX one_current_portrait ON portrait (registration_id, (source = 'document')) WHERE superseded_at IS NULL;
  CALL confine_to_post('portrait');
  GRANT SELECT, INSERT, UPDATE ON portrait TO pulang_app;`;
