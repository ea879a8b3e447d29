import { Client } from 'pg';
import { type Check, check } from './check.js';

/** Counts of what must not be, each over the whole post. `$1` are the registrations of this surge. */
const FORBIDDEN: Record<string, string> = {
  'registrations acknowledged and not there':
    'SELECT count(*) FROM unnest($1::uuid[]) asked (id) WHERE NOT EXISTS (SELECT FROM registration r WHERE r.id = asked.id)',
  'people of this surge whose case is not closed as departed':
    "SELECT count(*) FROM registration WHERE id = ANY ($1) AND closed_as IS DISTINCT FROM 'departed'",
  'people of this surge not served exactly once': `
    SELECT count(*) FROM unnest($1::uuid[]) asked (id)
    WHERE (SELECT count(*) FROM ticket t WHERE t.registration_id = asked.id AND t.status = 'finished') <> 1`,
  'numbers called by two counters': `
    SELECT count(*) FROM (SELECT ticket_id FROM ticket_call GROUP BY ticket_id
      HAVING count(DISTINCT counter_session_id) > 1) twice`,
  'counters with two people at once': `
    SELECT count(*) FROM ticket a JOIN ticket b ON b.counter_session_id = a.counter_session_id AND b.id > a.id
      AND tstzrange(a.called_at, a.ended_at) && tstzrange(b.called_at, b.ended_at)`,
  'slots over capacity': `
    SELECT count(*) FROM slot s
    WHERE (SELECT count(*) FROM booking b WHERE b.slot_id = s.id AND b.status <> 'cancelled')
        > (SELECT count(*) FROM seat WHERE slot_id = s.id)`,
  'people with two live bookings': `
    SELECT count(*) FROM (SELECT registration_id FROM booking WHERE status IN ('booked', 'checked-in')
      GROUP BY registration_id HAVING count(*) > 1) twice`,
  'document numbers used twice':
    'SELECT count(*) FROM (SELECT number FROM travel_document GROUP BY number HAVING count(*) > 1) twice',
  'document numbers left out':
    'SELECT coalesce(max(substr(number, 3)::int) - count(*), 0) FROM travel_document',
  'documents approved by who applied':
    'SELECT count(*) FROM document_application WHERE decided_by = applied_by',
  'people of this surge without an audit event of their registration': `
    SELECT count(*) FROM unnest($1::uuid[]) asked (id)
    WHERE (SELECT count(*) FROM audit_event e WHERE e.subject_id = asked.id AND e.action = 'registration.received') <> 1`,
};

/** What must hold in the database itself, past all code. */
export async function checkThroughSql(
  databaseUrl: string,
  postId: string,
  registered: string[],
): Promise<Check[]> {
  const client = new Client({ connectionString: databaseUrl, options: '-c role=pulang_app' });
  await client.connect();
  try {
    await client.query('BEGIN READ ONLY');
    await client.query("SELECT set_config('pulang.posts', $1, true)", [postId]);
    const checks: Check[] = [];
    for (const [what, sql] of Object.entries(FORBIDDEN)) {
      const { rows } = await client.query<{ found: string }>(
        `SELECT (${sql}) AS found`,
        sql.includes('$1') ? [registered] : [],
      );
      checks.push(check('SQL', what, Number(rows[0]?.found), 0));
    }
    await client.query('COMMIT');
    return checks;
  } finally {
    await client.end();
  }
}
