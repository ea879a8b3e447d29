import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DATABASE, ROLES } from '../../src/launch/postgres/access.js';
import { confineDatabase } from '../../src/launch/postgres/provision.js';

interface Urls {
  ownerUrl: string;
  appUrl: string;
  superuserUrl: string;
}

export interface TestDatabase extends Urls {
  /** An empty folder that goes with the database. */
  folder: string;
  drop(): Promise<void>;
}

/** A migrated, empty database for one test file: a clone of the one that the global setup made. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(async (client) => {
    await client.query(
      `CREATE DATABASE ${name} TEMPLATE ${DATABASE} OWNER ${ROLES.owner} STRATEGY FILE_COPY`,
    );
    await confineDatabase(client, name);
  });
  const folder = mkdtempSync(join(tmpdir(), 'pulang-test-'));
  const { ownerUrl, appUrl, superuserUrl } = server();
  return {
    ownerUrl: named(ownerUrl, name),
    appUrl: named(appUrl, name),
    superuserUrl: named(superuserUrl, name),
    folder,
    drop: async () => {
      await asSuperuser((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
      rmSync(folder, { recursive: true });
    },
  };
}

function server(): Urls {
  const urls = process.env.PULANG_TEST_SERVER;
  if (!urls) throw new Error('there is no database server: run this test with jest, from the folder test/');
  return JSON.parse(urls) as Urls;
}

function named(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function asSuperuser(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: named(server().superuserUrl, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
