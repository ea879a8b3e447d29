import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever got a password from somebody else chooses one of their own before anything else. */
export class OwnPasswords1764000000037 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE account
        ADD COLUMN password_owed boolean NOT NULL DEFAULT false,
        ADD COLUMN password_changed_at timestamptz;
      COMMENT ON COLUMN account.password_owed IS
        'Somebody else made the password and knows it. Accounts older than this column are not asked.';
      COMMENT ON COLUMN account.password_changed_at IS 'When its holder chose it last; empty where they never did.';
      ALTER TABLE session ADD COLUMN password_owed boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN session.password_owed IS 'The session can only choose another password.';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE session DROP COLUMN password_owed;
      ALTER TABLE account DROP COLUMN password_owed, DROP COLUMN password_changed_at;
    `);
  }
}
