import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an administrator gives an account to sign in with is good once another administrator has confirmed it. */
export class CountersignedAccounts1764000000045 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(BY_WHOM);
    await db.query(DECIDING);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER identity_decided_in_force ON identity_decision;
      DROP TRIGGER document_applied_in_force ON document_application;
      DROP TRIGGER document_decided_in_force ON document_application;
      DROP TRIGGER identity_concluded_in_force ON identity_opinion;
      DROP FUNCTION refuse_waiting_account();
      DROP VIEW waiting_account;
      DROP TABLE account_countersignature;
      DROP FUNCTION countersigned_in_order();
    `);
  }
}

const TABLE = `
  CREATE TABLE account_countersignature (
    id uuid CONSTRAINT account_countersignature_pk PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT account_countersignature_account REFERENCES account (id),
    given text NOT NULL CONSTRAINT account_countersignature_given CHECK (given IN ('account', 'password', 'second-factor')),
    given_by uuid NOT NULL CONSTRAINT account_countersignature_giver REFERENCES account (id),
    given_at timestamptz NOT NULL DEFAULT now(),
    confirmed_as text CONSTRAINT account_countersignature_as CHECK (confirmed_as IN ('administrator', 'operator')),
    confirmed_by uuid CONSTRAINT account_countersignature_signer REFERENCES account (id),
    confirmed_at timestamptz,
    CONSTRAINT given_to_another CHECK (given_by <> account_id),
    CONSTRAINT countersigned_by_another CHECK (confirmed_by <> given_by),
    CONSTRAINT countersigned_for_another CHECK (confirmed_by <> account_id),
    CONSTRAINT countersigned_whole CHECK ((confirmed_at IS NULL) = (confirmed_as IS NULL)
      AND (confirmed_by IS NOT NULL) = (confirmed_as IS NOT DISTINCT FROM 'administrator'))
  );
  COMMENT ON TABLE account_countersignature IS
    'What an administrator gave an account to sign in with. While one of an account is not confirmed, the account waits: it can do nothing. What the operator gives, and what is older than this table, has no row.';
  COMMENT ON COLUMN account_countersignature.given IS
    'The account itself, another password, or that the second factor was taken away, to be set up anew.';
  COMMENT ON COLUMN account_countersignature.confirmed_as IS 'operator: on the machine itself, where no other administrator is; confirmed_by is empty then.';
  CREATE INDEX account_countersignature_waiting ON account_countersignature (account_id) WHERE confirmed_at IS NULL;
  CREATE VIEW waiting_account AS SELECT account_id AS id FROM account_countersignature WHERE confirmed_at IS NULL;
  COMMENT ON VIEW waiting_account IS 'Accounts that wait, once for each thing that is not confirmed. A view, since a function would not become part of the plans that ask it.';
  GRANT SELECT ON waiting_account TO pulang_app;
  GRANT SELECT, INSERT ON account_countersignature TO pulang_app;
  GRANT UPDATE (confirmed_as, confirmed_by, confirmed_at) ON account_countersignature TO pulang_app`;

const BY_WHOM = `
  CREATE FUNCTION countersigned_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.confirmed_at IS NULL THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'given and confirmed at once' USING ERRCODE = 'check_violation', CONSTRAINT = 'countersigned_later';
    END IF;
    IF OLD.confirmed_at IS NOT NULL THEN
      RAISE EXCEPTION 'confirmed before' USING ERRCODE = 'check_violation', CONSTRAINT = 'countersigned_once';
    END IF;
    IF (SELECT password_owed FROM account WHERE id = NEW.account_id) THEN
      RAISE EXCEPTION 'whoever made the password knows it' USING ERRCODE = 'check_violation', CONSTRAINT = 'countersigned_when_taken_over';
    END IF;
    IF NEW.confirmed_by IS NOT NULL AND NOT EXISTS (SELECT FROM account
      WHERE id = NEW.confirmed_by AND active AND role = 'administrator' AND id NOT IN (SELECT id FROM waiting_account)) THEN
      RAISE EXCEPTION 'not an administrator in force' USING ERRCODE = 'check_violation', CONSTRAINT = 'countersigned_by_administrator';
    END IF;
    RETURN NEW;
  END $$;
  COMMENT ON FUNCTION countersigned_in_order() IS
    'Confirmed once, by an administrator who does not wait themselves, and not while somebody else knows the password.';
  CREATE TRIGGER countersigned_in_order BEFORE INSERT OR UPDATE ON account_countersignature
    FOR EACH ROW EXECUTE FUNCTION countersigned_in_order()`;

const DECIDING = `
  CREATE FUNCTION refuse_waiting_account() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM waiting_account WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid) THEN
      RAISE EXCEPTION 'the account waits to be confirmed' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
  END $$;
  COMMENT ON FUNCTION refuse_waiting_account() IS 'Who an identity or a travel document rests on is no account that waits. Argument: the column that names it.';
  CREATE TRIGGER identity_decided_in_force BEFORE INSERT ON identity_decision
    FOR EACH ROW EXECUTE FUNCTION refuse_waiting_account('decided_by');
  CREATE TRIGGER identity_concluded_in_force BEFORE INSERT ON identity_opinion
    FOR EACH ROW EXECUTE FUNCTION refuse_waiting_account('officer_id');
  CREATE TRIGGER document_applied_in_force BEFORE INSERT ON document_application
    FOR EACH ROW EXECUTE FUNCTION refuse_waiting_account('applied_by');
  CREATE TRIGGER document_decided_in_force BEFORE UPDATE OF decided_by ON document_application
    FOR EACH ROW EXECUTE FUNCTION refuse_waiting_account('decided_by')`;
