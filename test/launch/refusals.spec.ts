import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, isRoot, unprivilegedAccount } from '../../src/launch/postgres/accounts.js';
import { itSlowly, launch } from './launched.js';

const folder = mkdtempSync(join(tmpdir(), 'pulang-refusals-'));
const dataDir = join(folder, 'data');

afterAll(() => rmSync(folder, { recursive: true }));

async function refusal(env: NodeJS.ProcessEnv, account?: { uid: number; gid: number }): Promise<string> {
  const refused = await launch({ env: { DATA_DIR: dataDir, ...env }, account });
  await expect(refused.ended).resolves.toBe(1);
  return refused.said().trim();
}

const listenOnAnyPort = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });

describe('npm start refuses', () => {
  itSlowly('a taken port, in one sentence and before it makes anything', async () => {
    const server = await listenOnAnyPort();
    const { port } = server.address() as { port: number };
    expect(await refusal({ PORT: String(port) })).toContain(
      `Port ${port} is taken by another program, or by Pulang itself. Stop that one, or choose another: PORT=${port + 1} npm start`,
    );
    expect(existsSync(dataDir)).toBe(false);
    server.close();
  });

  itSlowly('a data folder that is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await refusal({ DATA_DIR: file })).toContain(
      `The data folder ${file} is a file. Name another: DATA_DIR=… npm start`,
    );
  });

  itSlowly('every fault of the environment at once, without repeating a value', async () => {
    const said = await refusal({ PORT: 'eighty', MASTER_KEY: 'a-secret-too-short', LOG_LEVEL: 'loud' });
    for (const name of ['PORT', 'MASTER_KEY', 'LOG_LEVEL'])
      expect(said).toMatch(new RegExp(`^ +${name}: `, 'm'));
    expect(said).not.toMatch(/eighty|a-secret-too-short|loud/);
  });

  itSlowly('production without real secrets, and generates none', async () => {
    const said = await refusal({ NODE_ENV: 'production', PUBLIC_URL: 'http://pulang.example' });
    for (const name of [
      'DATABASE_URL',
      'MASTER_KEY',
      'TOKEN_KEY',
      'DOCUMENT_KEYS',
      'DOCUMENT_KEYS_PASSPHRASE',
    ])
      expect(said).toContain(`${name} is missing`);
    expect(said).toContain('PUBLIC_URL must be an https address in production');
    expect(existsSync(dataDir)).toBe(false);
  });

  itSlowly('a database that does not answer, without its password', async () => {
    const password = randomBytes(8).toString('hex');
    const said = await refusal({ DATABASE_URL: `postgresql://nobody:${password}@127.0.0.1:1/pulang` });
    expect(said).toMatch(/The database 127\.0\.0\.1:1\/pulang could not be brought up to date: /);
    expect(said).not.toContain(password);
  });

  const nobody = unprivilegedAccount();
  const ordinaryUserCanRun = isRoot() && canEnter(nobody, import.meta.dirname);
  (ordinaryUserCanRun ? itSlowly : it.skip)("a folder of somebody else's, to an ordinary user", async () => {
    mkdirSync(dataDir, { recursive: true });
    chmodSync(folder, 0o755);
    expect(await refusal({}, nobody)).toContain(
      `The data folder ${dataDir} belongs to root. Start as that user, or name another: DATA_DIR=… npm start`,
    );
  });

  (ordinaryUserCanRun ? itSlowly : it.skip)(
    'nothing to an ordinary user with a folder of their own',
    async () => {
      chmodSync(folder, 0o777);
      const own = join(folder, 'own');
      const started = await launch({ env: { DATA_DIR: own }, account: nobody });
      await started.ready();
      started.kill('SIGTERM');
      await expect(started.ended).resolves.toBe(0);
    },
  );
});
