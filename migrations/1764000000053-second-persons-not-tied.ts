import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is tied to a person is no second person for what nobody sees alone of them. What they decided before stands. */
export class SecondPersonsNotTied1764000000053 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE VIEW kept_away WITH (security_invoker = true) AS SELECT registration_id, account_id FROM identity_tie;
      COMMENT ON VIEW kept_away IS 'Whoever is tied to a person, as those ask who need not know of what kind the tie is.';
      GRANT SELECT ON kept_away TO pulang_app;
      CREATE FUNCTION second_person_not_tied() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM kept_away WHERE registration_id = NEW.registration_id AND account_id = NEW.decided_by) THEN
          RAISE EXCEPTION 'tied to the person' USING ERRCODE = 'check_violation', CONSTRAINT = 'second_person_not_tied';
        END IF;
        RETURN NEW;
      END $$;
      COMMENT ON FUNCTION second_person_not_tied() IS
        'Nobody agrees to what is asked about somebody they are tied to, or says that it was right.';
      CREATE TRIGGER second_person_not_tied BEFORE UPDATE ON second_person_request
        FOR EACH ROW WHEN (NEW.decided_by IS DISTINCT FROM OLD.decided_by) EXECUTE FUNCTION second_person_not_tied()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER second_person_not_tied ON second_person_request;
      DROP FUNCTION second_person_not_tied();
      DROP VIEW kept_away`);
  }
}
