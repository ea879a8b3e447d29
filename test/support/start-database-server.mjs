import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './run-typescript.mjs';

const PREFIX = 'pulang-jest-';

/** Jest's global setup: one PostgreSQL for the whole run, with the migrated database that every test file clones. */
export default async function startDatabaseServer() {
  const { startEmbeddedPostgres } = await import('../../src/launch/embedded-postgres.ts');
  const { migrate } = await import('../../src/platform/database/migrate.ts');
  await removeLeftServers(startEmbeddedPostgres);
  const dataDir = join(tmpdir(), `${PREFIX}${process.pid}`);
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  await migrate(server.ownerUrl);
  const { ownerUrl, appUrl, superuserUrl } = server;
  process.env.PULANG_TEST_SERVER = JSON.stringify({ ownerUrl, appUrl, superuserUrl });
  globalThis.stopDatabaseServer = () => stopAndRemove(server, dataDir);
}

async function stopAndRemove(server, dataDir) {
  await server.stop();
  for (const folder of [server.home, dataDir]) rmSync(folder, { recursive: true, force: true });
}

/** A run that was killed leaves its server behind: the folder carries the number of a process that is no more. */
async function removeLeftServers(startEmbeddedPostgres) {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length)))) continue;
    const dataDir = join(tmpdir(), name);
    await startEmbeddedPostgres({ dataDir, durable: false })
      .then((server) => stopAndRemove(server, dataDir))
      .catch(() => undefined);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
