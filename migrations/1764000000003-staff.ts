import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, devices, API clients, and the server-side sessions of everyone who can hold a token. */
export class Staff1764000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account (
        id uuid CONSTRAINT account_pk PRIMARY KEY,
        username text NOT NULL CONSTRAINT account_username_form CHECK (username ~ '^[a-z0-9][a-z0-9._-]{2,63}$'),
        display_name text NOT NULL,
        role text NOT NULL CONSTRAINT account_role CHECK (role IN ('officer', 'protection', 'approver', 'supervisor',
          'analyst', 'home-agency', 'auditor', 'administrator')),
        password_hash text NOT NULL,
        active boolean NOT NULL DEFAULT true,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT account_username_once UNIQUE (username)
      );
      CREATE TABLE account_post (
        account_id uuid NOT NULL CONSTRAINT account_post_account REFERENCES account (id),
        post_id uuid NOT NULL CONSTRAINT account_post_post REFERENCES post (id),
        CONSTRAINT account_post_pk PRIMARY KEY (account_id, post_id)
      );
      COMMENT ON TABLE account_post IS 'The posts an account works for; a ministry analyst has several.';
      CREATE TABLE device (
        id uuid CONSTRAINT device_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT device_post REFERENCES post (id),
        kind text NOT NULL CONSTRAINT device_kind CHECK (kind IN ('kiosk', 'board')),
        name text NOT NULL,
        enrolment_index bytea CONSTRAINT device_enrolment_once UNIQUE,
        enrolment_expires_at timestamptz,
        enrolled_at timestamptz,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT device_name_once UNIQUE (post_id, name)
      );
      COMMENT ON COLUMN device.enrolment_index IS 'Keyed hash of the one-time enrolment code; empty once used.';
      CREATE TABLE api_client (
        id uuid CONSTRAINT api_client_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT api_client_post REFERENCES post (id),
        name text NOT NULL,
        secret_index bytea NOT NULL CONSTRAINT api_client_secret_once UNIQUE,
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT api_client_name_once UNIQUE (post_id, name)
      );
      CREATE TABLE session (
        id uuid CONSTRAINT session_pk PRIMARY KEY,
        role text NOT NULL,
        subject_id uuid NOT NULL,
        post_ids uuid[] NOT NULL,
        refresh_index bytea CONSTRAINT session_refresh_once UNIQUE,
        opened_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT session_ends_after_start CHECK (expires_at > opened_at)
      );
      COMMENT ON TABLE session IS 'Every token points to one; ending it ends the token at once. Role and posts as granted at opening.';
      CREATE INDEX session_subject ON session (subject_id) WHERE ended_at IS NULL;
      CREATE TABLE sign_in_failure (
        subject_index bytea NOT NULL,
        window_start timestamptz NOT NULL,
        failures integer NOT NULL DEFAULT 1,
        CONSTRAINT sign_in_failure_pk PRIMARY KEY (subject_index, window_start)
      );
      COMMENT ON TABLE sign_in_failure IS 'Failed attempts per account, reference or device code (keyed hash), existing or not, by quarter of an hour.';
      GRANT SELECT, INSERT, UPDATE ON account, device, api_client, session TO pulang_app;
      GRANT SELECT, INSERT, DELETE ON account_post TO pulang_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failure TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sign_in_failure, session, api_client, device, account_post, account');
  }
}
