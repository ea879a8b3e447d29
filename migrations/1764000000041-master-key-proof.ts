import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which a service that starts knows whether its master key is the one of this database. */
export class MasterKeyProof1764000000041 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE master_key_proof (
        only_row boolean NOT NULL DEFAULT true CONSTRAINT master_key_proof_pk PRIMARY KEY
          CONSTRAINT master_key_proof_one_row CHECK (only_row),
        sealed bytea NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON TABLE master_key_proof IS
        'A known value, sealed under a key that follows from MASTER_KEY: written by the first start, opened by every later one.';
      GRANT SELECT (sealed), INSERT (sealed) ON master_key_proof TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE master_key_proof');
  }
}
