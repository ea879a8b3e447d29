import type { Client } from 'pg';
import { dataSourceOptions } from '../../platform/database/data-source-options.js';
import { preparingDriver } from '../../platform/database/preparing-driver.js';
import type { Statement } from './bare-statements.js';

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
  const pool = new preparingDriver.Pool({ connectionString: databaseUrl, max: connections, ...extra });
  const clients = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
  const until = performance.now() + seconds * 1000;
  const started = performance.now();
  let done = 0;
  const work = async (client: Client) => {
    while (performance.now() < until) {
      const statements = registrations.pop();
      if (!statements) return;
      await client.query('START TRANSACTION');
      for (const { text, values } of statements) await client.query(text, values);
      await client.query('COMMIT');
      done += 1;
    }
  };
  await Promise.all(clients.map((client) => work(client as unknown as Client)));
  const took = (performance.now() - started) / 1000;
  clients.forEach((client) => client.release());
  await pool.end();
  return done / took;
}
