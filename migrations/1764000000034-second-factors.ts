import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors of staff: authenticator apps, passkeys and recovery codes, and signing in by two steps. */
export class SecondFactors1764000000034 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account ADD COLUMN second_factor_reset_at timestamptz;
      COMMENT ON COLUMN account.second_factor_reset_at IS
        'When an administrator took the factors away; while it is set and there is none, the account can only set one up.';
      ALTER TABLE session
        ADD COLUMN second_factor text NOT NULL DEFAULT 'none'
          CONSTRAINT session_second_factor CHECK (second_factor IN ('none', 'owed', 'given')),
        ADD COLUMN confirmed_at timestamptz NOT NULL DEFAULT now();
      COMMENT ON COLUMN session.second_factor IS 'Whether one was given; owed: the session can only set one up.';
      COMMENT ON COLUMN session.confirmed_at IS 'When its holder last proved that it is them.';
      CREATE TABLE authenticator_app (
        account_id uuid CONSTRAINT authenticator_app_pk PRIMARY KEY
          CONSTRAINT authenticator_app_account REFERENCES account (id),
        sealed_secret bytea NOT NULL,
        last_step bigint NOT NULL,
        added_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN authenticator_app.last_step IS
        'Time step (RFC 6238) of the last code that was accepted; only later ones are accepted after it.';
      CREATE TABLE authenticator_app_offer (
        account_id uuid CONSTRAINT authenticator_app_offer_pk PRIMARY KEY
          CONSTRAINT authenticator_app_offer_account REFERENCES account (id),
        sealed_secret bytea NOT NULL,
        expires_at timestamptz NOT NULL
      );
      COMMENT ON TABLE authenticator_app_offer IS 'A secret that was shown and waits for its first code.';
      CREATE TABLE passkey (
        id uuid CONSTRAINT passkey_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT passkey_account REFERENCES account (id),
        name text NOT NULL,
        credential_id text NOT NULL CONSTRAINT passkey_credential_once UNIQUE,
        public_key bytea NOT NULL,
        counter bigint NOT NULL CONSTRAINT passkey_counter CHECK (counter >= 0),
        transports text[] NOT NULL,
        added_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        CONSTRAINT passkey_name_once UNIQUE (account_id, name)
      );
      COMMENT ON COLUMN passkey.counter IS 'As the key counted when it was last used; one that counts back is refused (WebAuthn 7.2).';
      CREATE TABLE recovery_code (
        id uuid CONSTRAINT recovery_code_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT recovery_code_account REFERENCES account (id),
        hash text NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX recovery_code_account_unused ON recovery_code (account_id) WHERE used_at IS NULL;
      CREATE TABLE sign_in_step (
        id uuid CONSTRAINT sign_in_step_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT sign_in_step_account REFERENCES account (id),
        token_index bytea NOT NULL CONSTRAINT sign_in_step_token_once UNIQUE,
        expires_at timestamptz NOT NULL
      );
      COMMENT ON TABLE sign_in_step IS 'A password was right and the second factor is asked for; its token opens nothing else and once.';
      CREATE TABLE passkey_challenge (
        holder_id uuid NOT NULL,
        purpose text NOT NULL CONSTRAINT passkey_challenge_purpose CHECK (purpose IN ('registration', 'proof')),
        challenge text NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT passkey_challenge_pk PRIMARY KEY (holder_id, purpose)
      );
      COMMENT ON COLUMN passkey_challenge.holder_id IS 'The session or the sign_in_step that asked. Taking it deletes it.';
      GRANT SELECT, INSERT, UPDATE, DELETE ON authenticator_app, authenticator_app_offer, passkey, recovery_code,
        sign_in_step, passkey_challenge TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE passkey_challenge, sign_in_step, recovery_code, passkey, authenticator_app_offer, authenticator_app;
      ALTER TABLE session DROP COLUMN second_factor, DROP COLUMN confirmed_at;
      ALTER TABLE account DROP COLUMN second_factor_reset_at;
    `);
  }
}
