import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PostsService } from '../../src/posts/posts.service.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Environment } from '../../src/platform/config/environment.js';
import { programBeside } from '../../src/platform/programs/program-beside.js';
import { DocumentKeys } from '../../src/travel-documents/pki/document-keys.js';
import { rotateSigners } from '../../src/travel-documents/pki/signer-rotation.js';
import { KeyUnreadable } from '../../src/travel-documents/pki/software-keystore.js';
import { type Service, startService } from '../support/service.js';

describe('the keys of documents', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => {
    for (const keys of started) keys.onApplicationShutdown();
    signer?.kill();
    return service.stop();
  });

  /** As another process, or another start, with the same folder. */
  const started: DocumentKeys[] = [];
  /** One of its own, at a socket. */
  let signer: ChildProcess | undefined;
  const start = (overrides: Partial<Environment> = {}) => {
    const environment = { ...service.app.get(Environment), ...overrides };
    const keys = new DocumentKeys(environment, service.app.get(PostsService), service.app.get(Clock));
    started.push(keys);
    return keys;
  };
  const folder = () => service.app.get(Environment).DOCUMENT_KEYS;
  const files = () =>
    readdirSync(folder())
      .filter((name) => /^(csca|signer|paper)-/.test(name))
      .sort();

  it('are not made by production, which does not start without them', async () => {
    await expect(start({ NODE_ENV: 'production' }).onApplicationBootstrap()).rejects.toThrow(KeyUnreadable);
    expect(files()).toEqual([]);
  });

  it('are made once by a demonstration, even by five processes at once, and readable to their owner only', async () => {
    const signers = await Promise.all(Array.from({ length: 5 }, () => start().signerOf('IDN')));
    expect(new Set(signers.map(({ certificateReference }) => certificateReference)).size).toBe(1);
    expect(signers[0]!.signer).toBe('IDTS');
    expect(files()).toEqual([
      'csca-ID.crl.pem',
      'csca-ID.crt.pem',
      'csca-ID.key.pem',
      'paper-ID.crt.pem',
      'paper-ID.key.pem',
      'signer-ID.crt.pem',
      'signer-ID.key.pem',
    ]);
    for (const name of files()) expect(statSync(join(folder(), name)).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder(), 'signer-ID.key.pem'), 'utf8')).toMatch(
      /^-----BEGIN ENCRYPTED PRIVATE KEY-----/,
    );
  });

  it('outlive a restart; with another passphrase they stay shut and are never replaced', async () => {
    const before = files().map((name) => readFileSync(join(folder(), name), 'utf8'));
    await start().signerOf('IDN');
    await expect(
      start({ NODE_ENV: 'production', DOCUMENT_KEYS_PASSPHRASE: 'another passphrase' }).signerOf('IDN'),
    ).rejects.toThrow(KeyUnreadable);
    expect(files().map((name) => readFileSync(join(folder(), name), 'utf8'))).toEqual(before);
  });

  it('are those of the signer that answers: started again after a rotation, it is believed without a start of ours', async () => {
    const { DOCUMENT_KEYS_PASSPHRASE: passphrase } = service.app.get(Environment);
    const socket = join(folder(), 'signer.sock');
    const startSigner = async () => {
      const of = new URL('../../src/travel-documents/pki/x.ts', import.meta.url).href;
      const { path, execArgv } = programBeside(of, '../commands/document-signer');
      signer = spawn(process.execPath, [...execArgv, path], {
        env: {
          NODE_ENV: 'production',
          DOCUMENT_KEYS: folder(),
          DOCUMENT_KEYS_PASSPHRASE: passphrase,
          DOCUMENT_SIGNER: socket,
        },
        stdio: 'ignore',
      });
      while (!existsSync(socket)) await pause(20);
    };
    const stopSigner = async () => {
      signer!.kill();
      await once(signer!, 'close');
      rmSync(socket);
    };
    await startSigner();
    const keys = start({ NODE_ENV: 'production', DOCUMENT_SIGNER: socket });
    const before = (await keys.certificates()).length;
    const old = await keys.signerOf('IDN');
    const reference = await rotateSigners({ folder: folder(), passphrase }, 'ID', new Date());
    await stopSigner();
    // what is public is read and judged while no signer is there
    expect(await keys.certificates()).toHaveLength(before + 1);
    await expect(old.sign(Buffer.from('a seal'))).rejects.toThrow(KeyUnreadable);
    await startSigner();
    expect((await keys.signerOf('IDN')).certificateReference).toBe(reference);
    await stopSigner();
  });

  it('let production start, which needs no private key of the CA', async () => {
    rmSync(join(folder(), 'csca-ID.key.pem'));
    const production = start({ NODE_ENV: 'production' });
    await expect(production.onApplicationBootstrap()).resolves.toBeUndefined();
    expect((await production.certificates()).map(({ standing }) => standing)).toEqual(['trusted', 'trusted']);
  });
});
