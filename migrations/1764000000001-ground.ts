import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The application role, the row-level scope, keys, the audit log and idempotency: what every stage stands on. */
export class Ground1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pulang_app') THEN
          CREATE ROLE pulang_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
        END IF;
      END $$;
      GRANT USAGE ON SCHEMA public TO pulang_app;
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;

      CREATE FUNCTION current_posts() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT string_to_array(nullif(current_setting('pulang.posts', true), ''), ',')::uuid[] $$;
      COMMENT ON FUNCTION current_posts() IS
        'The diplomatic posts this transaction may see, set with SET LOCAL pulang.posts; none when unset.';

      CREATE PROCEDURE confine_to_post(target regclass) LANGUAGE plpgsql AS $$
      BEGIN
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
        EXECUTE format('CREATE POLICY own_posts ON %s
          USING (post_id = ANY ((SELECT current_posts())::uuid[]))
          WITH CHECK (post_id = ANY ((SELECT current_posts())::uuid[]))', target);
      END $$;
      COMMENT ON PROCEDURE confine_to_post(regclass) IS
        'Row-level security by post, forced: rows of other posts neither show nor can be written.';
      REVOKE ALL ON PROCEDURE confine_to_post(regclass) FROM PUBLIC;
    `);
    await db.query(`
      CREATE TABLE audit_event (
        id uuid CONSTRAINT audit_event_pk PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        post_id uuid,
        actor_kind text NOT NULL,
        actor_id uuid,
        action text NOT NULL CONSTRAINT audit_event_action_form CHECK (action ~ '^[a-z-]+[.][a-z-]+$'),
        subject_kind text NOT NULL,
        subject_id uuid,
        detail jsonb NOT NULL DEFAULT '{}',
        request_id text NOT NULL
      );
      COMMENT ON TABLE audit_event IS
        'Who did or read what. Append-only, never personal data; linked into audit_chain within a second.';
      CREATE INDEX audit_event_subject ON audit_event (subject_id, at);
      CREATE INDEX audit_event_actor ON audit_event (actor_id, at);

      CREATE TABLE audit_pending (event_id uuid CONSTRAINT audit_pending_pk PRIMARY KEY);
      COMMENT ON TABLE audit_pending IS 'Events not yet linked: filled by trigger, emptied by link_audit_events().';

      CREATE TABLE audit_chain (
        sequence bigint CONSTRAINT audit_chain_pk PRIMARY KEY,
        event_id uuid NOT NULL CONSTRAINT audit_chain_event_once UNIQUE
          CONSTRAINT audit_chain_event_exists REFERENCES audit_event (id),
        hash bytea NOT NULL,
        linked_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
      COMMENT ON COLUMN audit_chain.hash IS 'SHA-256 over the hash before, the sequence and audit_event_text(event).';

      CREATE FUNCTION audit_event_text(e audit_event) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT jsonb_build_array(e.id, extract(epoch FROM e.at)::text, e.post_id, e.actor_kind, e.actor_id,
          e.action, e.subject_kind, e.subject_id, e.detail, e.request_id)::text
      $$;

      CREATE FUNCTION audit_event_awaits_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public AS
        $$ BEGIN INSERT INTO audit_pending VALUES (NEW.id); RETURN NULL; END $$;
      CREATE TRIGGER awaits_link AFTER INSERT ON audit_event
        FOR EACH ROW EXECUTE FUNCTION audit_event_awaits_link();

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE FUNCTION link_audit_events(most integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public AS $$
      DECLARE
        event audit_event; last_sequence bigint; last_hash bytea; linked integer := 0;
      BEGIN
        IF NOT pg_try_advisory_xact_lock(hashtext('audit_chain')) THEN RETURN 0; END IF;
        SELECT sequence, hash INTO last_sequence, last_hash FROM audit_chain ORDER BY sequence DESC LIMIT 1;
        last_sequence := coalesce(last_sequence, 0);
        last_hash := coalesce(last_hash, '\\x');
        FOR event IN
          SELECT e.* FROM audit_pending p JOIN audit_event e ON e.id = p.event_id ORDER BY e.at, e.id LIMIT most
        LOOP
          last_sequence := last_sequence + 1;
          last_hash := sha256(last_hash || convert_to(last_sequence || audit_event_text(event), 'UTF8'));
          INSERT INTO audit_chain (sequence, event_id, hash) VALUES (last_sequence, event.id, last_hash);
          DELETE FROM audit_pending WHERE event_id = event.id;
          linked := linked + 1;
        END LOOP;
        RETURN linked;
      END $$;
      REVOKE ALL ON FUNCTION link_audit_events(integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION link_audit_events(integer) TO pulang_app;

      CREATE FUNCTION audit_chain_faults() RETURNS TABLE (sequence bigint, fault text) LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = public AS $$
        WITH linked AS (
          SELECT c.sequence, c.hash, e.id IS NULL AS missing, audit_event_text(e) AS text,
            lag(c.hash, 1, '\\x') OVER w AS before, lag(c.sequence, 1, 0::bigint) OVER w AS sequence_before
          FROM audit_chain c LEFT JOIN audit_event e ON e.id = c.event_id
          WINDOW w AS (ORDER BY c.sequence)
        )
        SELECT sequence, CASE WHEN missing THEN 'event missing'
                              WHEN sequence <> sequence_before + 1 THEN 'link missing before'
                              ELSE 'event or link changed' END
        FROM linked
        WHERE missing OR sequence <> sequence_before + 1
           OR hash IS DISTINCT FROM sha256(before || convert_to(sequence || text, 'UTF8'))
        UNION ALL
        SELECT NULL, 'event never linked' FROM audit_event e
        WHERE e.at < now() - interval '1 minute'
          AND NOT EXISTS (SELECT FROM audit_chain c WHERE c.event_id = e.id)
      $$;
      REVOKE ALL ON FUNCTION audit_chain_faults() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION audit_chain_faults() TO pulang_app;

      ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own_posts ON audit_event FOR SELECT USING (post_id = ANY ((SELECT current_posts())::uuid[]));
      CREATE POLICY append ON audit_event FOR INSERT
        WITH CHECK (post_id IS NULL OR post_id = ANY ((SELECT current_posts())::uuid[]));
      GRANT SELECT, INSERT ON audit_event TO pulang_app;
      GRANT SELECT ON audit_chain TO pulang_app;
    `);
    await db.query(`
      CREATE TABLE idempotency_key (
        key_index bytea CONSTRAINT idempotency_key_pk PRIMARY KEY,
        request_index bytea NOT NULL,
        answer_sealed bytea,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN idempotency_key.key_index IS 'Keyed hash over route, caller and the Idempotency-Key sent.';
      COMMENT ON COLUMN idempotency_key.answer_sealed IS
        'The stored answer, encrypted under a key derived from the Idempotency-Key itself: only its sender can read it.';
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
      GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE idempotency_key, audit_chain, audit_pending, audit_event CASCADE;
      DROP FUNCTION audit_event_awaits_link, refuse_change, link_audit_events, audit_chain_faults;
      DROP PROCEDURE confine_to_post;
      DROP FUNCTION current_posts;
      REVOKE USAGE ON SCHEMA public FROM pulang_app;
    `);
  }
}
