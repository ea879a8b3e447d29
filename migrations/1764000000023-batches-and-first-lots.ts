import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents issued in batches, the first officer by the hall or by lot, and the national bureau's list of lost papers. */
export class BatchesAndFirstLots1764000000023 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ISSUE_BATCHES);
    await db.query(FIRST_LOTS);
    await db.query(REPORTED_PAPERS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE reported_paper, reported_list, identity_first_lot, issue_batch_item, issue_batch;
      DROP VIEW called_by_turn;`);
  }
}

const ISSUE_BATCHES = `
  CREATE TABLE issue_batch (
    id uuid CONSTRAINT issue_batch_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT issue_batch_post REFERENCES post (id),
    state text NOT NULL DEFAULT 'running' CONSTRAINT issue_batch_state CHECK (state IN ('running', 'done')),
    total integer NOT NULL CONSTRAINT issue_batch_of_some CHECK (total BETWEEN 1 AND 2000),
    issued integer NOT NULL DEFAULT 0,
    failed integer NOT NULL DEFAULT 0,
    started_by uuid NOT NULL CONSTRAINT issue_batch_officer REFERENCES account (id),
    started_at timestamptz NOT NULL DEFAULT now(),
    progressed_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    CONSTRAINT issue_batch_adds_up CHECK (issued >= 0 AND failed >= 0 AND issued + failed <= total),
    CONSTRAINT issue_batch_finished CHECK ((state = 'done') = (finished_at IS NOT NULL)
      AND (state = 'done') = (issued + failed = total))
  );
  COMMENT ON TABLE issue_batch IS 'Approved applications whose documents one officer issues in one go, and how far that is.';
  CREATE INDEX issue_batch_of_post ON issue_batch (post_id, started_at DESC, id);
  CREATE INDEX issue_batch_to_do ON issue_batch (post_id, progressed_at) WHERE state = 'running';

  CREATE TABLE issue_batch_item (
    batch_id uuid NOT NULL CONSTRAINT issue_batch_item_batch REFERENCES issue_batch (id),
    application_id uuid NOT NULL CONSTRAINT issue_batch_item_application REFERENCES document_application (id),
    post_id uuid NOT NULL CONSTRAINT issue_batch_item_post REFERENCES post (id),
    place integer NOT NULL,
    version integer NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT issue_batch_item_state CHECK (state IN ('waiting', 'issued', 'failed')),
    document_id uuid CONSTRAINT issue_batch_item_document REFERENCES travel_document (id),
    failure text CONSTRAINT issue_batch_item_failure_form CHECK (failure ~ '^[a-z]+(-[a-z]+)*$'),
    CONSTRAINT issue_batch_item_pk PRIMARY KEY (batch_id, application_id),
    CONSTRAINT issue_batch_item_issued CHECK ((state = 'issued') = (document_id IS NOT NULL)),
    CONSTRAINT issue_batch_item_failed CHECK ((state = 'failed') = (failure IS NOT NULL))
  );
  COMMENT ON COLUMN issue_batch_item.version IS 'Of the application when the batch began: what changed since is not issued.';
  CREATE UNIQUE INDEX in_one_batch_at_a_time ON issue_batch_item (application_id) WHERE state = 'waiting';
  CREATE INDEX issue_batch_item_to_do ON issue_batch_item (batch_id, place) WHERE state = 'waiting';
  CALL confine_to_post('issue_batch');
  CALL confine_to_post('issue_batch_item');
  GRANT SELECT, INSERT, UPDATE ON issue_batch, issue_batch_item TO pulang_app;`;

const FIRST_LOTS = `
  CREATE TABLE identity_first_lot (
    id uuid CONSTRAINT identity_first_lot_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT identity_first_lot_post REFERENCES post (id),
    registration_id uuid NOT NULL CONSTRAINT identity_first_lot_registration REFERENCES registration (id),
    officer_id uuid NOT NULL CONSTRAINT identity_first_lot_officer REFERENCES account (id),
    drawn_from smallint NOT NULL CONSTRAINT identity_first_lot_drawn CHECK (drawn_from > 0),
    drawn_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at timestamptz,
    ended_as text CONSTRAINT identity_first_lot_ended_as CHECK (ended_as IN ('done', 'tied', 'away', 'overtaken')),
    CONSTRAINT identity_first_lot_ends_with_reason CHECK ((ended_at IS NULL) = (ended_as IS NULL))
  );
  COMMENT ON TABLE identity_first_lot IS
    'Who comes to the first conclusion on a person whom the hall brought to nobody: the officer on whom the lot fell.';
  CREATE UNIQUE INDEX one_first_officer ON identity_first_lot (registration_id) WHERE ended_at IS NULL;
  CREATE INDEX identity_first_lot_own ON identity_first_lot (officer_id) WHERE ended_at IS NULL;
  CALL confine_to_post('identity_first_lot');
  GRANT SELECT, INSERT, UPDATE ON identity_first_lot TO pulang_app;

  CREATE VIEW called_by_turn WITH (security_invoker = true) AS
    SELECT t.registration_id, t.post_id, s.account_id, c.called_at
    FROM ticket_call c JOIN ticket t ON t.id = c.ticket_id JOIN counter_session s ON s.id = c.counter_session_id
    WHERE t.counter_id IS NULL;
  COMMENT ON VIEW called_by_turn IS
    'Which officers the hall called a person to, in their turn: neither of them chose. Not those whom a colleague handed the person to.';
  GRANT SELECT ON called_by_turn TO pulang_app;`;

const REPORTED_PAPERS = `
  CREATE TABLE reported_list (
    id uuid CONSTRAINT reported_list_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT reported_list_post REFERENCES post (id),
    rows integer NOT NULL CONSTRAINT reported_list_of_some CHECK (rows >= 0),
    imported_by uuid NOT NULL CONSTRAINT reported_list_importer REFERENCES account (id),
    imported_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE reported_list IS 'Each time the national bureau''s list of lost, stolen and revoked papers was read in; the latest counts.';
  CREATE INDEX reported_list_of_post ON reported_list (post_id, imported_at DESC);
  CREATE TABLE reported_paper (
    post_id uuid NOT NULL CONSTRAINT reported_paper_post REFERENCES post (id),
    number_index bytea NOT NULL,
    issuer char(3) NOT NULL CONSTRAINT reported_paper_issuer CHECK (issuer ~ '^[A-Z]{3}$'),
    type text NOT NULL CONSTRAINT reported_paper_type CHECK (type IN ('passport', 'emergency', 'identity-card', 'other')),
    status text NOT NULL CONSTRAINT reported_paper_status CHECK (status IN ('lost', 'stolen', 'revoked')),
    list_id uuid NOT NULL CONSTRAINT reported_paper_list REFERENCES reported_list (id),
    CONSTRAINT reported_paper_pk PRIMARY KEY (post_id, number_index, issuer)
  );
  COMMENT ON COLUMN reported_paper.number_index IS 'Blind index of the number: whoever reads the table learns no number.';
  CALL confine_to_post('reported_list');
  CALL confine_to_post('reported_paper');
  GRANT SELECT, INSERT ON reported_list TO pulang_app;
  GRANT SELECT, INSERT, DELETE ON reported_paper TO pulang_app;`;
