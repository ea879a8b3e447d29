import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose details each member of staff was shown in the last day: nobody looks through everybody. */
export class CasesOpened1764000000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE case_opening (
        account_id uuid NOT NULL CONSTRAINT case_opening_account REFERENCES account (id),
        registration_id uuid NOT NULL CONSTRAINT case_opening_registration REFERENCES registration (id),
        post_id uuid NOT NULL CONSTRAINT case_opening_post REFERENCES post (id),
        opened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT case_opening_pk PRIMARY KEY (account_id, registration_id)
      );
      COMMENT ON TABLE case_opening IS
        'People whose details an account was shown within a day, each once; what is older is deleted when the account opens another.';
      CALL confine_to_post('case_opening');
      GRANT SELECT, INSERT, UPDATE, DELETE ON case_opening TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE case_opening');
  }
}
