import { Client } from 'pg';
import { type Access, urlOf } from './access.js';

/** Whether the server on `port` is up and takes our password. */
export async function answers(access: Access, port: number): Promise<boolean> {
  const client = new Client({
    connectionString: urlOf({ ...access, port }, 'superuser', 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    void client.end().catch(() => undefined);
  }
}
