import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether neither person nor officer chose is written down with the call: what becomes of the ticket later changes nothing. */
export class CalledInTurn1764000000039 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE ticket_call ADD COLUMN in_turn boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN ticket_call.in_turn IS
        'The hall chose: not a counter to which somebody was handed over, nor the officer who had sent them back to the hall.';
      UPDATE ticket_call c SET in_turn = true FROM ticket t WHERE t.id = c.ticket_id AND t.counter_id IS NULL;
      ${view('c.in_turn')}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${view('t.counter_id IS NULL')}
      ALTER TABLE ticket_call DROP COLUMN in_turn;`);
  }
}

const view = (inTurn: string): string => `
  CREATE OR REPLACE VIEW called_by_turn WITH (security_invoker = true) AS
    SELECT t.registration_id, t.post_id, s.account_id, c.called_at
    FROM ticket_call c JOIN ticket t ON t.id = c.ticket_id JOIN counter_session s ON s.id = c.counter_session_id
    WHERE ${inTurn};`;
