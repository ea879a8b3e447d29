import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programBeside } from '../../src/platform/programs/program-beside.js';
import { signPdf } from '../../src/travel-documents/pdf/signature/sign-pdf.js';
import { rotateSigners } from '../../src/travel-documents/pki/signer-rotation.js';
import { keyId } from '../../src/travel-documents/pki/signer/pkcs11-port.js';
import { readSignatureLog } from '../../src/travel-documents/pki/signer/signature-log.js';
import {
  SignatureRefused,
  SignerConnection,
} from '../../src/travel-documents/pki/signer/signer-connection.js';
import { signersBy } from '../../src/travel-documents/pki/signer/signers-by.js';
import { readSealCertificates } from '../../src/travel-documents/pki/seal-certificates.js';
import { readTrustMaterial } from '../../src/travel-documents/pki/key-folder.js';
import { SAMPLE_PEOPLE } from '../../src/travel-documents/samples/sample-people.js';
import { sampleContent } from '../../src/travel-documents/samples/sample-set.js';
import { judgeSeal } from '../../src/travel-documents/seal/judge-seal.js';
import { makeSeal } from '../../src/travel-documents/seal/make-seal.js';

const PASSPHRASE = 'a passphrase for tests only';
const MODULE = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib64/softhsm/libsofthsm2.so'].find((path) =>
  existsSync(path),
);
const NOW = new Date();
const content = sampleContent(SAMPLE_PEOPLE[0]!, 0, 'IDN', NOW);
const dates = { issuedOn: content.issuedOn, signedOn: content.issuedOn };

/** Needs softhsm2 and opensc for its second half. */
describe('the signer’s process', () => {
  let folder: string;
  let keys: string;
  let software: SignerConnection;
  const environment = () => ({
    NODE_ENV: 'test',
    DOCUMENT_KEYS: keys,
    DOCUMENT_KEYS_PASSPHRASE: PASSPHRASE,
    PUBLIC_URL: 'https://pulang.example.org',
    SIGNER_HOURLY: '3',
  });
  const judged = async (seal: Buffer) => {
    const now = new Date();
    const certificates = await readSealCertificates(await readTrustMaterial(keys), now);
    return judgeSeal({ bytes: seal, certificates, now }).verdict;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pulang-signer-'));
    keys = join(folder, 'keys');
    software = new SignerConnection({ environment: environment() });
  });
  afterAll(() => {
    software.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says what it is and what it lacks, and makes nothing then', () => {
    const source = new URL('../../src/travel-documents/commands/document-signer.ts', import.meta.url);
    const { path, execArgv } = programBeside(source.href, 'document-signer');
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [...execArgv, path, ...args], { cwd: folder, env: {}, encoding: 'utf8' });
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('DOCUMENT_SIGNER') });
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('is missing') });
    expect(run('--wrong')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("Unknown option '--wrong'."),
    });
    expect(existsSync(join(folder, 'signatures'))).toBe(false);
  });

  it('signs seals of today’s documents, and nothing that only looks like one', async () => {
    const { seal } = await signersBy(software, 'ID', 'IDN');
    expect(await judged(await makeSeal({ issuer: 'IDN', ...dates, lines: content.lines }, seal))).toBe(
      'valid',
    );
    const refusal = async (work: Promise<unknown>) =>
      ((await work.catch((error: unknown) => error)) as SignatureRefused).because;
    const [first, second] = content.lines;
    const wrongDigit = second.slice(0, 9) + String((Number(second[9]) + 1) % 10) + second.slice(10);
    const old = { issuedOn: '2020-01-01', signedOn: '2020-01-01' };
    expect(await refusal(makeSeal({ issuer: 'IDN', ...dates, lines: [first, wrongDigit] }, seal))).toBe(
      'wrong-lines',
    );
    expect(await refusal(makeSeal({ issuer: 'IDN', ...old, lines: content.lines }, seal))).toBe('other-day');
    expect(await refusal(seal.sign(Buffer.from('give everything to Contoh')))).toBe('not-a-seal');
    expect(await refusal(seal.signList(Buffer.from('e30.e30')))).toBe('not-a-list');
    expect(await refusal(software.sign('ID', 'paper', Buffer.alloc(80)))).toBe('not-a-file-signature');
  });

  it('stops at so many an hour, and has everything on a log that tells when a line is changed', async () => {
    const { seal } = await signersBy(software, 'ID', 'IDN');
    const attempts = await Promise.allSettled(
      [1, 2, 3].map(() => makeSeal({ issuer: 'IDN', ...dates, lines: content.lines }, seal)),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    const log = join(keys, 'signatures', readdirSync(join(keys, 'signatures'))[0]!);
    const { entries, brokenAt } = readSignatureLog(log);
    expect(brokenAt).toBeNull();
    expect(entries.filter(({ number }) => number === content.number)).toHaveLength(4);
    expect(entries.filter(({ refused }) => refused === 'too-many')).toHaveLength(1);
    writeFileSync(
      join(folder, 'changed.jsonl'),
      readFileSync(log, 'utf8').replace(content.number, 'XA9999999'),
    );
    expect(readSignatureLog(join(folder, 'changed.jsonl')).brokenAt).toBe(2);
    writeFileSync(join(folder, 'cut.jsonl'), `${readFileSync(log, 'utf8')}{"at":"2026-`);
    expect(readSignatureLog(join(folder, 'cut.jsonl'))).toEqual({ entries, brokenAt: entries.length + 1 });
  });

  describe('with a PKCS #11 module', () => {
    let child: ChildProcess;
    let module: SignerConnection;
    let env: NodeJS.ProcessEnv;
    const tool = (...args: string[]) =>
      execFileSync(
        'pkcs11-tool',
        ['--module', MODULE!, '--token-label', 'pulang', '--login', '--pin', '1234', ...args],
        { env, stdio: 'pipe' },
      );
    /** As docs/key-rotation.md says. */
    const moveIntoModule = (name: string) => {
      const [file, open] = [join(keys, `${name}.key.pem`), join(folder, 'open.der')];
      const named = ['-ec_param_enc', 'named_curve', '-outform', 'DER', '-out', open];
      execFileSync('openssl', ['pkey', '-in', file, '-passin', `pass:${PASSPHRASE}`, ...named]);
      tool('--write-object', open, '--type', 'privkey', '--id', keyId(name), '--usage-sign');
      for (const written of [file, open]) rmSync(written);
    };
    beforeAll(async () => {
      const tokens = join(folder, 'tokens');
      mkdirSync(tokens);
      const SOFTHSM2_CONF = join(folder, 'softhsm2.conf');
      writeFileSync(
        SOFTHSM2_CONF,
        `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`,
      );
      env = { ...process.env, SOFTHSM2_CONF };
      const opening = ['--init-token', '--free', '--label', 'pulang', '--so-pin', '0000', '--pin', '1234'];
      execFileSync('softhsm2-util', opening, { env, stdio: 'pipe' });
      for (const name of ['paper-ID', 'signer-ID']) moveIntoModule(name);
      const socket = join(folder, 'signer.sock');
      const { path, execArgv } = programBeside(
        new URL('../../src/travel-documents/pki/x.ts', import.meta.url).href,
        '../commands/document-signer',
      );
      child = spawn(process.execPath, [...execArgv, path], {
        env: {
          ...env,
          ...environment(),
          DOCUMENT_SIGNER: socket,
          PKCS11_MODULE: MODULE,
          PKCS11_PIN: '1234',
          SIGNER_HOURLY: '50',
        },
        stdio: 'inherit',
      });
      for (let wait = 0; wait < 100 && !existsSync(socket); wait++) await pause(100);
      module = new SignerConnection({ socket, environment: {} });
    });
    afterAll(() => {
      module.close();
      child.kill();
    });

    it('signs with keys that are in no file any more', async () => {
      expect(readdirSync(keys).filter((name) => name.endsWith('.key.pem'))).toEqual(['csca-ID.key.pem']);
      const { seal, paper } = await signersBy(module, 'ID', 'IDN');
      expect(await judged(await makeSeal({ issuer: 'IDN', ...dates, lines: content.lines }, seal))).toBe(
        'valid',
      );
      await expect(signPdf(Buffer.from('not a sheet'), paper, NOW)).rejects.toThrow(TypeError);
      await expect(software.sign('ID', 'seal', Buffer.alloc(3))).rejects.toThrow();
    });

    it('gives no signature by the key of before, after a rotation, until the new key is in the module', async () => {
      await rotateSigners({ folder: keys, passphrase: PASSPHRASE }, 'ID', NOW);
      const { seal } = await signersBy(module, 'ID', 'IDN');
      const sealed = () => makeSeal({ issuer: 'IDN', ...dates, lines: content.lines }, seal);
      await expect(sealed()).rejects.toThrow();
      tool('--delete-object', '--type', 'privkey', '--id', keyId('signer-ID'));
      moveIntoModule('signer-ID');
      expect(await judged(await sealed())).toBe('valid');
    });
  });
});
