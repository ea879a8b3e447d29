import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Background jobs are written down here in the transaction that wants them, and handed to the worker after it. */
export class JobOutbox1764000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE job_outbox (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT job_outbox_pk PRIMARY KEY,
        job text NOT NULL,
        payload json NOT NULL
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
      COMMENT ON TABLE job_outbox IS
        'Jobs on their way to the worker. Its own add_job notifies, and notifying holds a lock of the whole server until the commit is on disk: transactions would be committed one after the other.';
      GRANT SELECT, INSERT, UPDATE, DELETE ON job_outbox TO pulang_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE job_outbox');
  }
}
