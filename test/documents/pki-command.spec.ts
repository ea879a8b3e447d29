import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programBeside } from '../../src/platform/programs/program-beside.js';

const SOURCES = new URL('../../src/travel-documents/commands/pki.ts', import.meta.url).href;

/** The procedures of docs/key-rotation.md, as they are typed. */
describe('npm run pki', () => {
  let keys: string;
  let passphrase = 'for tests, thrown away';
  const pki = (...args: string[]) => {
    const { path, execArgv } = programBeside(SOURCES, 'pki');
    const { status, stdout, stderr } = spawnSync(process.execPath, [...execArgv, path, ...args], {
      env: {
        PATH: process.env['PATH'],
        DOCUMENT_KEYS: keys,
        DOCUMENT_KEYS_PASSPHRASE: passphrase,
      },
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };
  const revokedSerials = () =>
    execFileSync('openssl', ['crl', '-in', join(keys, 'csca-ID.crl.pem'), '-noout', '-text'])
      .toString()
      .match(/Serial Number: \w+/g);
  beforeAll(() => {
    keys = mkdtempSync(join(tmpdir(), 'pulang-pki-'));
    pki('init', '--state', 'IDN', '--url', 'https://consular.example.org');
  });
  afterAll(() => rmSync(keys, { recursive: true }));

  it('rotates signers, and takes one back on a list that OpenSSL reads', () => {
    const [, first] = /IDTS (\w+)\s+trusted/.exec(pki('show').said)!;
    expect(pki('rotate', '--state', 'IDN')).toMatchObject({ status: 0 });
    expect(readdirSync(keys)).toContain(`signer-ID-${first}.crt.pem`);
    expect(revokedSerials()).toBeNull();
    expect(pki('revoke-signer', '--state', 'IDN', '--reference', first!).status).toBe(0);
    expect(revokedSerials()).toEqual([`Serial Number: ${first}`]);
    const standing = pki('show').said;
    expect(standing).toMatch(new RegExp(`IDTS ${first}\\s+revoked`));
    expect(standing).toMatch(/IDTS \w+\s+trusted/);
  });

  it('says what it lacks: a reference, a log, an act', () => {
    for (const reference of ['ZZ', '05'])
      expect(pki('revoke-signer', '--state', 'IDN', '--reference', reference)).toMatchObject({ status: 2 });
    expect(pki('log')).toMatchObject({ status: 0, said: expect.stringContaining('Nothing has been signed') });
    expect(pki('burn')).toMatchObject({ status: 2, said: expect.stringContaining('Choose one of') });
  });

  it('says in a sentence that the passphrase is another, and changes nothing', () => {
    const before = readdirSync(keys).sort();
    passphrase = 'not the one they have';
    for (const act of ['init', 'rotate', 'crl'])
      expect(pki(act, '--state', 'IDN')).toEqual({
        status: 1,
        said: expect.stringMatching(
          /^The key csca-ID cannot be opened: [^\n]*DOCUMENT_KEYS_PASSPHRASE[^\n]*\n$/,
        ),
      });
    expect(readdirSync(keys).sort()).toEqual(before);
  });
});
