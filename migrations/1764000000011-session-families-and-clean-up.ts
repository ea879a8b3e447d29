import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a refresh token that comes a second time be told from one that never was, and sessions that are long over go. */
export class SessionFamiliesAndCleanUp1764000000011 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE session ADD COLUMN family_index bytea CONSTRAINT session_family_once UNIQUE;
      COMMENT ON COLUMN session.family_index IS
        'Keyed hash of the part that every refresh token of the session has in common; empty in sessions older than it.';
      CREATE INDEX session_expiry ON session (expires_at);
      CREATE INDEX sign_in_failure_age ON sign_in_failure (window_start);
      GRANT DELETE ON session TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      REVOKE DELETE ON session FROM pulang_app;
      DROP INDEX sign_in_failure_age, session_expiry;
      ALTER TABLE session DROP COLUMN family_index;
    `);
  }
}
