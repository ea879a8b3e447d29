import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done by two is asked by one at a time, of the hotline, and by nobody who is tied to the person; what is opened alone is limited here too. */
export class AskedInTurn1764000000057 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(HOTLINE);
    await db.query(NOT_TIED);
    await db.query(LOOKED_AT);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER second_person_looks_first ON second_person_request;
      DROP FUNCTION second_person_looks_first();
      DROP TRIGGER second_person_asker_not_tied ON second_person_request;
      DROP FUNCTION second_person_asker_not_tied();
      DROP TRIGGER hotline_asked_in_turn ON post;
      DROP FUNCTION hotline_asked_in_turn()`);
  }
}

const HOTLINE = `
  CREATE FUNCTION hotline_asked_in_turn() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.hotline IS DISTINCT FROM OLD.hotline OR NEW.hotline_asked_by = OLD.hotline_asked_by
      OR OLD.hotline_asked_at <= now() - interval '24 hours'
      OR NOT EXISTS (SELECT FROM account WHERE id = OLD.hotline_asked_by AND active) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'somebody else asked for another' USING ERRCODE = 'check_violation', CONSTRAINT = 'hotline_asked_in_turn';
  END $$;
  COMMENT ON FUNCTION hotline_asked_in_turn() IS
    'What somebody asked the hotline to be waits for a day to be confirmed: until then nobody puts another number in its place, while who asked has an account.';
  CREATE TRIGGER hotline_asked_in_turn BEFORE UPDATE ON post FOR EACH ROW
    WHEN (OLD.hotline_asked_by IS NOT NULL AND (OLD.hotline_asked, OLD.hotline_asked_by, OLD.hotline_asked_at)
      IS DISTINCT FROM (NEW.hotline_asked, NEW.hotline_asked_by, NEW.hotline_asked_at))
    EXECUTE FUNCTION hotline_asked_in_turn()`;

const NOT_TIED = `
  CREATE FUNCTION second_person_asker_not_tied() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM kept_away WHERE registration_id = NEW.registration_id AND account_id = NEW.asked_by) THEN
      RAISE EXCEPTION 'tied to the person' USING ERRCODE = 'check_violation', CONSTRAINT = 'second_person_asker_not_tied';
    END IF;
    RETURN NEW;
  END $$;
  COMMENT ON FUNCTION second_person_asker_not_tied() IS
    'Nobody asks to see what nobody sees alone of somebody they are tied to, in danger neither.';
  CREATE TRIGGER second_person_asker_not_tied BEFORE INSERT ON second_person_request
    FOR EACH ROW EXECUTE FUNCTION second_person_asker_not_tied()`;

const LOOKED_AT = `
  CREATE FUNCTION second_person_looks_first() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE posts text := coalesce(current_setting('pulang.posts', true), ''); alone integer;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('opened alone ' || NEW.asked_by, 0));
    PERFORM set_config('pulang.posts', (SELECT string_agg(p.id::text, ',') FROM post p), true);
    SELECT count(*) INTO alone FROM second_person_request WHERE asked_by = NEW.asked_by AND state = 'opened';
    PERFORM set_config('pulang.posts', posts, true);
    IF alone >= 10 THEN
      RAISE EXCEPTION 'ten that nobody has looked at' USING ERRCODE = 'check_violation', CONSTRAINT = 'second_person_looks_first';
    END IF;
    RETURN NEW;
  END $$;
  COMMENT ON FUNCTION second_person_looks_first() IS
    'An account opens ten alone, in danger, at whichever posts; then another person has to look at one of them. Counted one after the other.';
  CREATE TRIGGER second_person_looks_first BEFORE INSERT ON second_person_request
    FOR EACH ROW WHEN (NEW.state = 'opened') EXECUTE FUNCTION second_person_looks_first()`;
