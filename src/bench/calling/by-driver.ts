import type { Client } from 'pg';
import { dataSourceOptions } from '../../platform/database/data-source-options.js';
import { preparingDriver } from '../../platform/database/preparing-driver.js';
import { CALL_NEXT_SQL } from '../../queue/calling/call-next.sql.js';
import type { CounterAtWork } from './hall.js';

const CONFINE = "SELECT set_config('pulang.posts', $1, true)";
const RECORD = `INSERT INTO audit_event (id, post_id, actor_kind, actor_id, action, subject_kind, subject_id, detail, request_id)
  VALUES (gen_random_uuid(), $1, 'officer', $2, $3, 'ticket', $4, '{}', $5)`;
const START =
  "UPDATE ticket SET status = 'serving', serving_since = now(), version = version + 1 WHERE id = $1";
const FINISH = `UPDATE ticket SET status = 'finished', outcome = 'done', ended_at = now(), version = version + 1
  WHERE id = $1 RETURNING booking_id`;
const KEEP = "UPDATE booking SET status = 'kept', version = version + 1 WHERE id = $1";

/**
 * What the database and its driver give without a service: the three acts of a visit as transactions with nothing in
 * them but what has to be written, on as many connections as the service has. Nothing is checked.
 * @returns people called, begun with and finished with, a second
 */
export async function callByDriver(
  databaseUrl: string,
  postId: string,
  counters: readonly CounterAtWork[],
  { connections, people }: { connections: number; people: number },
): Promise<number> {
  const { extra } = dataSourceOptions(databaseUrl, connections);
  const pool = new preparingDriver.Pool({ connectionString: databaseUrl, max: connections, ...extra });
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  let left = people;
  const work = async (client: Client, { caller, sessionId }: CounterAtWork) => {
    const act = async (name: string, change: () => Promise<string>) => {
      await client.query('START TRANSACTION');
      await client.query(CONFINE, [postId]);
      const id = await change();
      await client.query(RECORD, [postId, caller.id, name, id, caller.requestId]);
      await client.query('COMMIT');
      return id;
    };
    while (left-- > 0) {
      const id = await act('queue.called', async () => {
        const { rows } = await client.query<{ id: string }>(CALL_NEXT_SQL, [postId, sessionId]);
        return rows[0]!.id;
      });
      await act('queue.started', async () => {
        await client.query(START, [id]);
        return id;
      });
      await act('queue.finished', async () => {
        const { rows } = await client.query<{ booking_id: string }>(FINISH, [id]);
        await client.query(KEEP, [rows[0]!.booking_id]);
        return id;
      });
    }
  };
  for (const [i, client] of clients.entries()) await planOnce(client, postId, counters[i]!);
  const started = performance.now();
  await Promise.all(clients.map((client, i) => work(client as unknown as Client, counters[i]!)));
  const took = (performance.now() - started) / 1000;
  clients.forEach((client) => client.release());
  await pool.end();
  return people / took;
}

/** Each statement once, taken back again: a service that runs has planned its statements, and so has the bare driver. */
async function planOnce(client: Client, postId: string, { caller, sessionId }: CounterAtWork): Promise<void> {
  await client.query('START TRANSACTION');
  await client.query(CONFINE, [postId]);
  const called = await client.query<{ id: string }>(CALL_NEXT_SQL, [postId, sessionId]);
  const { id } = called.rows[0]!;
  await client.query(START, [id]);
  const finished = await client.query<{ booking_id: string }>(FINISH, [id]);
  await client.query(KEEP, [finished.rows[0]!.booking_id]);
  await client.query(RECORD, [postId, caller.id, 'queue.called', id, caller.requestId]);
  await client.query('ROLLBACK');
}
