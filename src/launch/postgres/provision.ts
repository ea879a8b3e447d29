import { Client } from 'pg';
import { type Access, DATABASE, ROLES, urlOf } from './access.js';

/** Makes the roles and the database where they are missing. Repeatable: every start does it. */
export async function provision(access: Access): Promise<void> {
  await asSuperuser(access, 'postgres', async (client) => {
    for (const kind of ['owner', 'app'] as const) await ensureRole(client, kind, access.passwords[kind]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${ROLES.owner}`);
    await confineDatabase(client, DATABASE);
  });
  await asSuperuser(access, DATABASE, (client) => client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm'));
}

/** Only the owner and the service may connect, and the service may not even make temporary tables. */
export const confineDatabase = (client: Client, database: string) =>
  client.query(
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC; GRANT CONNECT ON DATABASE ${database} TO ${ROLES.app}`,
  );

async function ensureRole(client: Client, kind: 'owner' | 'app', password: string): Promise<void> {
  const name = ROLES[kind];
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  await client.query(
    `${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`,
  );
}

async function asSuperuser(
  access: Access,
  database: string,
  work: (client: Client) => Promise<unknown>,
): Promise<void> {
  const client = new Client({ connectionString: urlOf(access, 'superuser', database) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
