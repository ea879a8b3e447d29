import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which sessions ended a moment ago is asked every second, so that tokens known in memory are forgotten. */
export class EndedSessions1764000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX session_ended ON session (ended_at) WHERE ended_at IS NOT NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX session_ended');
  }
}
