import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { freePort } from '../../src/launch/free-port.js';
import { launchReason } from '../../src/launch/launch-reason.js';
import { serve } from '../../src/main.js';
import { Environment } from '../../src/platform/config/environment.js';
import { Keyring } from '../../src/platform/crypto/keyring.js';
import { MasterKeyProof } from '../../src/platform/crypto/master-key-proof.js';
import { MasterKeyRefused } from '../../src/platform/crypto/master-key-refused.js';
import { PersonKey } from '../../src/platform/crypto/person-key.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import { opensFirstPeople } from '../../src/registrations/first-people.js';
import { type Service, startService } from '../support/service.js';

const ANOTHER = /^MASTER_KEY is not the key of this database: /;
const anyKey = () => new Keyring(randomBytes(32));

describe('the master key of a database', () => {
  let service: Service;
  let ours: Keyring;
  let source: DataSource;
  beforeAll(async () => {
    service = await startService();
    ours = service.app.get(Keyring);
    source = service.app.get(DataSource);
  });
  afterAll(() => service.stop());
  afterEach(() => service.query('DELETE FROM person'));

  const rows = () => service.query<{ sealed: Buffer }>('SELECT sealed FROM master_key_proof');
  const without = () => service.query('DELETE FROM master_key_proof');
  /** As a start with this key does it. */
  const start = (keyring: Keyring) =>
    new MasterKeyProof(source, keyring).confirm(() => opensFirstPeople(service.app.get(Database), keyring));
  const store = (keyring: Keyring) => {
    const id = newId();
    return service.query('INSERT INTO person (id, post_id, wrapped_key) VALUES ($1, $2, $3)', [
      id,
      service.demonstration.postId,
      PersonKey.create(id).wrap(keyring),
    ]);
  };

  it('is proven by what the first start wrote, at every later one', async () => {
    const written = await rows();
    expect(written).toHaveLength(1);
    await start(ours);
    expect(await rows()).toEqual(written);
  });

  it.each(['app', 'worker', 'both'] as const)(
    'is asked for before %s listens or works: with another it ends in a sentence, and nothing is written',
    async (role) => {
      const written = await rows();
      const port = await freePort(0, '127.0.0.1');
      const environment = Object.assign(new Environment(), service.app.get(Environment), {
        MASTER_KEY: randomBytes(32).toString('base64'),
        ROLE: role,
        PORT: port,
      });
      const refused: unknown = await serve(environment).catch((error: unknown) => error);
      expect(launchReason(refused)).toMatch(ANOTHER);
      expect(String(refused)).not.toContain(environment.MASTER_KEY);
      await expect(knock(port)).rejects.toThrow(/ECONNREFUSED/);
      expect(await rows()).toEqual(written);
    },
  );

  it('is agreed on by processes that start first at once', async () => {
    await without();
    await Promise.all(Array.from({ length: 6 }, () => start(ours)));
    expect(await rows()).toHaveLength(1);
  });

  it('is the one of whoever was first, where they start at once with different ones', async () => {
    await without();
    const starts = await Promise.allSettled([ours, anyKey(), anyKey(), anyKey()].map(start));
    const refusals = starts.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
    expect(refusals.map(({ message }) => message)).toEqual(Array(3).fill(expect.stringMatching(ANOTHER)));
    expect(await rows()).toHaveLength(1);
    await without();
    await start(ours);
  });

  it('is that of the people who are stored already, and who starts with it says so', async () => {
    await without();
    await store(ours);
    await expect(start(anyKey())).rejects.toThrow(ANOTHER);
    expect(await rows()).toEqual([]);
    const said = jest.spyOn(Logger.prototype, 'log').mockReturnValue();
    await start(ours);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('with this MASTER_KEY only'));
    said.mockRestore();
    expect(await rows()).toHaveLength(1);
  });

  it('is that of most of the first people: a few were sealed under another before anything kept it away', async () => {
    await without();
    const stray = anyKey();
    for (const key of [stray, ours, ours]) await store(key);
    await expect(start(stray)).rejects.toThrow(ANOTHER);
    await start(ours);
    expect(await rows()).toHaveLength(1);
  });

  it('is told apart from a proof that another version wrote, which stays as it is', async () => {
    const [{ sealed }] = (await rows()) as [{ sealed: Buffer }];
    const later = Buffer.concat([Buffer.of(2), sealed.subarray(1)]);
    await service.query('UPDATE master_key_proof SET sealed = $1', [later]);
    const refused: unknown = await start(ours).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MasterKeyRefused);
    expect(launchReason(refused)).toMatch(/was written by another version of Pulang/);
    expect(await rows()).toEqual([{ sealed: later }]);
    await service.query('UPDATE master_key_proof SET sealed = $1', [sealed]);
  });

  it.each([
    'UPDATE master_key_proof SET sealed = sealed',
    'DELETE FROM master_key_proof',
    "INSERT INTO master_key_proof (sealed, written_at) VALUES ('', now())",
  ])('cannot be changed by the service: %s', async (statement) => {
    await expect(source.query(statement)).rejects.toThrow(/permission denied/);
  });

  it('asks for a migrated database in a sentence', async () => {
    await service.query('ALTER TABLE master_key_proof RENAME TO not_yet');
    const refused: unknown = await start(ours).catch((error: unknown) => error);
    await service.query('ALTER TABLE not_yet RENAME TO master_key_proof');
    expect(launchReason(refused)).toBe('The database is older than this version. Run migrate.js first.');
  });
});

const knock = (port: number) =>
  new Promise<void>((resolve, reject) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    }).on('error', reject);
  });
