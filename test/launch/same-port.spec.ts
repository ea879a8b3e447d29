import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/launch/embedded-postgres.js';

describe('a database server that is started again', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pulang-same-port-'));
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataDir, durable: false });
  });
  afterAll(async () => {
    await server.stop();
    for (const folder of [server.home, dataDir]) rmSync(folder, { recursive: true, force: true });
  });

  /** Takes the port as soon as it is free. */
  const take = async (port: number) => {
    for (;;) {
      const other = createServer();
      const taken = new Promise<boolean>((resolve) => {
        other.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
      });
      if (await taken) return other;
    }
  };
  const answers = async () => {
    const client = new Client({ connectionString: server.appUrl });
    client.on('error', () => undefined);
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  };

  it('is found on its port, though somebody else had it meanwhile', async () => {
    const pid = Number(readFileSync(join(server.home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const other = await take(Number(new URL(server.appUrl).port));
    await sleep(3_000);
    other.close();
    const until = Date.now() + 40_000;
    while (!(await answers()) && Date.now() < until) await sleep(100);
    expect(await answers()).toBe(true);
  });
});
