import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever confirms an account is shown a code, without which its holder cannot choose the password that puts it in force. */
export class CountersignedByCode1764000000048 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account_countersignature ADD COLUMN code_index bytea,
        ADD CONSTRAINT countersigned_before_code CHECK (code_index IS NULL OR confirmed_at IS NOT NULL);
      COMMENT ON COLUMN account_countersignature.code_index IS
        'Keyed hash of the code that whoever confirmed was shown; empty once the account''s holder has chosen a password with it. What was confirmed before there were codes has none.';
      GRANT UPDATE (code_index) ON account_countersignature TO pulang_app;
      COMMENT ON COLUMN account_countersignature.confirmed_at IS 'When last: where the code was lost, it is confirmed again, with another code.';
    `);
    await waitsWhile(db, 'confirmed_at IS NULL OR code_index IS NOT NULL');
    await db.query(IN_ORDER);
  }

  /** What waits for its code has not been confirmed: without codes it would be in force. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account_countersignature DISABLE TRIGGER countersigned_in_order;
      UPDATE account_countersignature SET confirmed_as = NULL, confirmed_by = NULL, confirmed_at = NULL, code_index = NULL
        WHERE code_index IS NOT NULL;
      ALTER TABLE account_countersignature ENABLE TRIGGER countersigned_in_order;
    `);
    await waitsWhile(db, 'confirmed_at IS NULL');
    await db.query(`ALTER TABLE account_countersignature DROP COLUMN code_index;
      COMMENT ON COLUMN account_countersignature.confirmed_at IS NULL`);
    await db.query(IN_ORDER_BEFORE);
  }
}

async function waitsWhile(db: QueryRunner, condition: string): Promise<void> {
  await db.query(`
    CREATE OR REPLACE VIEW waiting_account AS SELECT account_id AS id FROM account_countersignature WHERE ${condition};
    DROP INDEX account_countersignature_waiting;
    CREATE INDEX account_countersignature_waiting ON account_countersignature (account_id) WHERE ${condition}`);
}

const GIVEN = `
    IF TG_OP = 'INSERT' THEN
      IF NEW.confirmed_at IS NULL THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'given and confirmed at once' USING ERRCODE = 'check_violation', CONSTRAINT = 'countersigned_later';
    END IF;`;

const BY_ADMINISTRATOR = `NEW.confirmed_by IS NOT NULL AND NOT EXISTS (SELECT FROM account
      WHERE id = NEW.confirmed_by AND active AND role = 'administrator' AND id NOT IN (SELECT id FROM waiting_account)) THEN
      RAISE EXCEPTION 'not an administrator in force' USING ERRCODE = 'check_violation', CONSTRAINT = 'countersigned_by_administrator';
    END IF;
    RETURN NEW;`;

const IN_ORDER = `
  CREATE OR REPLACE FUNCTION countersigned_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN ${GIVEN}
    IF OLD.confirmed_at IS NOT NULL AND OLD.code_index IS NULL THEN
      RAISE EXCEPTION 'in force before' USING ERRCODE = 'check_violation', CONSTRAINT = 'countersigned_once';
    END IF;
    IF NEW.code_index IS NULL AND NOT EXISTS (SELECT FROM account WHERE id = NEW.account_id AND password_changed_at = now()) THEN
      RAISE EXCEPTION 'whoever gave it knows the password' USING ERRCODE = 'check_violation', CONSTRAINT = 'countersigned_with_password';
    END IF;
    IF NEW.confirmed_at IS DISTINCT FROM OLD.confirmed_at AND ${BY_ADMINISTRATOR}
  END $$;
  COMMENT ON FUNCTION countersigned_in_order() IS
    'Confirmed by an administrator who does not wait themselves, again while the code is not used, and in force only in the transaction in which the account gets a password of its holder''s own.'`;

const IN_ORDER_BEFORE = `
  CREATE OR REPLACE FUNCTION countersigned_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN ${GIVEN}
    IF OLD.confirmed_at IS NOT NULL THEN
      RAISE EXCEPTION 'confirmed before' USING ERRCODE = 'check_violation', CONSTRAINT = 'countersigned_once';
    END IF;
    IF (SELECT password_owed FROM account WHERE id = NEW.account_id) THEN
      RAISE EXCEPTION 'whoever made the password knows it' USING ERRCODE = 'check_violation', CONSTRAINT = 'countersigned_when_taken_over';
    END IF;
    IF ${BY_ADMINISTRATOR}
  END $$;
  COMMENT ON FUNCTION countersigned_in_order() IS
    'Confirmed once, by an administrator who does not wait themselves, and not while somebody else knows the password.'`;
