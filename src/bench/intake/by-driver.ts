import { createHash } from 'node:crypto';
import { type PoolClient, Pool } from 'pg';
import { dataSourceOptions } from '../../platform/database/data-source-options.js';
import type { Statement } from './bare-statements.js';

const names = new Map<string, string>();

/** Statements are prepared, as the service's are. */
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha1').update(text).digest('hex');
  names.set(text, name);
  return name;
}

/**
 * What the database and its driver give without a service: whole registrations, one transaction each, statement by
 * statement, on as many connections as the service has. Stops when time is up or nothing is left.
 */
export async function runByDriver(
  databaseUrl: string,
  registrations: Statement[][],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<number> {
  const { extra } = dataSourceOptions(databaseUrl, connections);
  const pool = new Pool({ connectionString: databaseUrl, max: connections, ...extra });
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  const until = performance.now() + seconds * 1000;
  const started = performance.now();
  let done = 0;
  const work = async (client: PoolClient) => {
    while (performance.now() < until) {
      const statements = registrations.pop();
      if (!statements) return;
      await client.query('START TRANSACTION');
      for (const { text, values } of statements) await client.query({ name: nameOf(text), text, values });
      await client.query('COMMIT');
      done += 1;
    }
  };
  await Promise.all(clients.map((client) => work(client)));
  const took = (performance.now() - started) / 1000;
  clients.forEach((client) => client.release());
  await pool.end();
  return done / took;
}
