import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What evidence says is shown by two as well: a request says what it is for, and opens nothing else. */
export class SecondPersons1764000000050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(renamed('whereabouts', 'second_person'));
    await db.query(inOrder('second_person', 'statements and places'));
    await db.query(`
      ALTER TABLE second_person_request ADD kind text NOT NULL DEFAULT 'location'
        CONSTRAINT second_person_kind CHECK (kind IN ('location', 'statements'));
      ALTER TABLE second_person_request ALTER kind DROP DEFAULT;
      DROP INDEX second_person_asked_once;
      CREATE UNIQUE INDEX second_person_asked_once ON second_person_request (asked_by, registration_id, kind) WHERE state = 'asked';
      COMMENT ON TABLE second_person_request IS
        'That a member of staff asked to see what nobody sees alone. Says nothing of what is seen.';
      COMMENT ON COLUMN second_person_request.kind IS
        'location: where the person is and was held. statements: what the evidence of their identity says. One opens nothing of the other.'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE second_person_request NO FORCE ROW LEVEL SECURITY;
      DELETE FROM second_person_request WHERE kind <> 'location';
      ALTER TABLE second_person_request FORCE ROW LEVEL SECURITY;
      DROP INDEX second_person_asked_once;
      ALTER TABLE second_person_request DROP kind;
      CREATE UNIQUE INDEX second_person_asked_once ON second_person_request (asked_by, registration_id) WHERE state = 'asked'`);
    await db.query(renamed('second_person', 'whereabouts'));
    await db.query(inOrder('whereabouts', 'whereabouts'));
    await db.query(`COMMENT ON TABLE whereabouts_request IS
      'That a member of staff asked to see where somebody is. Says nothing of the place.'`);
  }
}

/** Constraints, and the indexes that are none. */
const renamed = (from: string, to: string): string => `
  ALTER TABLE ${from}_request RENAME TO ${to}_request;
  DO $$
  DECLARE named record;
  BEGIN
    FOR named IN SELECT conname AS name FROM pg_constraint WHERE conrelid = '${to}_request'::regclass AND conname LIKE '${from}%' LOOP
      EXECUTE format('ALTER TABLE ${to}_request RENAME CONSTRAINT %I TO %I', named.name, replace(named.name, '${from}', '${to}'));
    END LOOP;
    FOR named IN SELECT indexrelid::regclass AS name FROM pg_index
      WHERE indrelid = '${to}_request'::regclass AND indexrelid::regclass::text LIKE '${from}%' LOOP
      EXECUTE format('ALTER INDEX %s RENAME TO %I', named.name, replace(named.name::text, '${from}', '${to}'));
    END LOOP;
  END $$;
  ALTER TRIGGER ${from}_in_order ON ${to}_request RENAME TO ${to}_in_order;
  ALTER FUNCTION ${from}_in_order() RENAME TO ${to}_in_order`;

const inOrder = (name: string, shown: string): string => `
  CREATE OR REPLACE FUNCTION ${name}_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE acting uuid := CASE TG_OP WHEN 'INSERT' THEN NEW.asked_by ELSE NEW.decided_by END;
  BEGIN
    IF acting IS NOT NULL AND NOT EXISTS (
      SELECT FROM account a JOIN account_post p ON p.account_id = a.id
      WHERE a.id = acting AND p.post_id = NEW.post_id AND a.active AND a.role IN ('officer', 'protection', 'approver')
        AND a.id NOT IN (SELECT id FROM waiting_account)) THEN
      RAISE EXCEPTION 'not a member of staff in force who may see it' USING ERRCODE = 'check_violation', CONSTRAINT = '${name}_by_staff_in_force';
    END IF;
    IF TG_OP = 'INSERT' THEN
      IF NEW.state IN ('asked', 'opened') THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'asked and decided at once' USING ERRCODE = 'check_violation', CONSTRAINT = '${name}_decided_later';
    END IF;
    IF NOT (OLD.state = 'asked' AND NEW.state IN ('agreed', 'declined', 'lapsed')
      OR OLD.state = 'opened' AND NEW.state IN ('right', 'wrong')) THEN
      RAISE EXCEPTION 'decided before' USING ERRCODE = 'check_violation', CONSTRAINT = '${name}_decided_once';
    END IF;
    IF NEW.state IN ('agreed', 'declined') AND OLD.asked_at <= now() - interval '24 hours' THEN
      RAISE EXCEPTION 'asked too long ago' USING ERRCODE = 'check_violation', CONSTRAINT = '${name}_decided_in_time';
    END IF;
    RETURN NEW;
  END $$;
  COMMENT ON FUNCTION ${name}_in_order() IS
    'Asked first and decided once, within a day, by members of staff of the post who may see ${shown} and whose account does not wait itself.'`;
