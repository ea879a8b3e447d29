import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where somebody is is shown to a member of staff once another one has agreed; in danger at once, and another one looks at that. */
export class WhereaboutsByTwo1764000000046 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(ORDER);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE whereabouts_request; DROP FUNCTION whereabouts_in_order()');
  }
}

const TABLE = `
  CREATE TABLE whereabouts_request (
    id uuid CONSTRAINT whereabouts_request_pk PRIMARY KEY,
    post_id uuid NOT NULL CONSTRAINT whereabouts_request_post REFERENCES post (id),
    registration_id uuid NOT NULL CONSTRAINT whereabouts_request_registration REFERENCES registration (id),
    asked_by uuid NOT NULL CONSTRAINT whereabouts_request_asker REFERENCES account (id),
    asked_at timestamptz NOT NULL DEFAULT now(),
    reason_sealed bytea NOT NULL,
    state text NOT NULL CONSTRAINT whereabouts_state
      CHECK (state IN ('asked', 'agreed', 'declined', 'lapsed', 'opened', 'right', 'wrong')),
    decided_by uuid CONSTRAINT whereabouts_request_decider REFERENCES account (id),
    decided_at timestamptz,
    open_until timestamptz,
    CONSTRAINT whereabouts_decided_by_another CHECK (decided_by <> asked_by),
    CONSTRAINT whereabouts_decided_whole CHECK ((decided_by IS NULL) = (decided_at IS NULL)
      AND (decided_by IS NULL) = (state IN ('asked', 'lapsed', 'opened'))),
    CONSTRAINT whereabouts_open_when_agreed CHECK ((open_until IS NULL) = (state IN ('asked', 'declined', 'lapsed'))),
    CONSTRAINT whereabouts_open_no_longer
      CHECK (open_until <= CASE WHEN state = 'agreed' THEN decided_at ELSE asked_at END + interval '8 hours')
  );
  COMMENT ON TABLE whereabouts_request IS
    'That a member of staff asked to see where somebody is. Says nothing of the place.';
  COMMENT ON COLUMN whereabouts_request.reason_sealed IS
    'Why, sealed under the key of the person it is about: gone when they are erased.';
  COMMENT ON COLUMN whereabouts_request.state IS
    'asked: another one agrees or declines. opened: without a second person because of danger; another one says whether it was right or wrong. lapsed: nobody agreed within a day, or the person was erased.';
  COMMENT ON COLUMN whereabouts_request.open_until IS 'Until when the one who asked, and nobody else, may see it.';
  CREATE UNIQUE INDEX whereabouts_asked_once ON whereabouts_request (asked_by, registration_id) WHERE state = 'asked';
  CREATE INDEX whereabouts_waiting ON whereabouts_request (post_id, id) WHERE state IN ('asked', 'opened');
  CREATE INDEX whereabouts_of_asker ON whereabouts_request (registration_id, asked_by, id);
  CALL confine_to_post('whereabouts_request');
  GRANT SELECT, INSERT ON whereabouts_request TO pulang_app;
  GRANT UPDATE (state, decided_by, decided_at, open_until) ON whereabouts_request TO pulang_app`;

const ORDER = `
  CREATE FUNCTION whereabouts_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE acting uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.asked_by ELSE NEW.decided_by END;
  BEGIN
    IF acting IS NOT NULL AND NOT EXISTS (
      SELECT FROM account a JOIN account_post p ON p.account_id = a.id
      WHERE a.id = acting AND p.post_id = NEW.post_id AND a.active AND a.role IN ('officer', 'protection', 'approver')
        AND a.id NOT IN (SELECT id FROM waiting_account)) THEN
      RAISE EXCEPTION 'not a member of staff in force who may see it' USING ERRCODE = 'check_violation', CONSTRAINT = 'whereabouts_by_staff_in_force';
    END IF;
    IF TG_OP = 'INSERT' THEN
      IF NEW.state IN ('asked', 'opened') THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'asked and decided at once' USING ERRCODE = 'check_violation', CONSTRAINT = 'whereabouts_decided_later';
    END IF;
    IF NOT (OLD.state = 'asked' AND NEW.state IN ('agreed', 'declined', 'lapsed')
      OR OLD.state = 'opened' AND NEW.state IN ('right', 'wrong')) THEN
      RAISE EXCEPTION 'decided before' USING ERRCODE = 'check_violation', CONSTRAINT = 'whereabouts_decided_once';
    END IF;
    IF NEW.state IN ('agreed', 'declined') AND OLD.asked_at <= now() - interval '24 hours' THEN
      RAISE EXCEPTION 'asked too long ago' USING ERRCODE = 'check_violation', CONSTRAINT = 'whereabouts_decided_in_time';
    END IF;
    RETURN NEW;
  END $$;
  COMMENT ON FUNCTION whereabouts_in_order() IS
    'Asked first and decided once, within a day, by members of staff of the post who may see whereabouts and whose account does not wait itself.';
  CREATE TRIGGER whereabouts_in_order BEFORE INSERT OR UPDATE ON whereabouts_request
    FOR EACH ROW EXECUTE FUNCTION whereabouts_in_order()`;
