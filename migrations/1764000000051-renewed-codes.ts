import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes that staff gave were in their hands: what nobody on the staff sees alone does not show under them. */
export class RenewedCodes1764000000051 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE registration ADD codes_renewed_at timestamptz;
      COMMENT ON COLUMN registration.codes_renewed_at IS
        'When the codes were last given anew, or closed, by a member of staff: where the person is does not show under them.';
      UPDATE registration r SET codes_renewed_at = given.at FROM (
        SELECT subject_id, max(at) AS at FROM audit_event
        WHERE action IN ('registration.codes-renewed', 'registration.codes-closed') GROUP BY subject_id) given
      WHERE given.subject_id = r.id`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE registration DROP codes_renewed_at');
  }
}
