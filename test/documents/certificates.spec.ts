import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  makeCountrySigningCa,
  type CertifiedKey,
} from '../../src/travel-documents/pki/country-signing-ca.js';
import { makeRevocationList } from '../../src/travel-documents/pki/revocation-list.js';
import { readSealCertificates } from '../../src/travel-documents/pki/seal-certificates.js';
import { makeSealSigner } from '../../src/travel-documents/pki/seal-signer-certificate.js';

const NOW = new Date();
const IDENTITY = {
  country: 'ID',
  issuer: 'IDN',
  commonName: 'Test CSCA',
  contactUrl: 'https://pulang.example.org',
  revocationListUrl: 'https://pulang.example.org/pki/crl.pem',
};

/** OpenSSL as the verifier that knows nothing of us. */
describe('certificates', () => {
  let folder: string;
  let authority: CertifiedKey;
  let signer: CertifiedKey;
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const openssl = (...args: string[]): string => {
    const { stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
    return stdout + stderr;
  };
  const standing = async (revocationLists: string[], authorities = [authority.certificate]) =>
    (await readSealCertificates({ authorities, signers: [signer.certificate], revocationLists }, NOW))[0]!
      .standing;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pulang-pki-'));
    authority = await makeCountrySigningCa(IDENTITY, NOW);
    signer = await makeSealSigner(
      { country: 'ID', name: 'TS', reference: '5B', documentTypes: ['PU'] },
      authority,
      NOW,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Whether OpenSSL finds the authority's signature right. Its path validation refuses curves in full, which ICAO demands. */
  const isSigned = (pem: string): boolean => {
    const certificate = file('judged.pem', pem);
    const key = file(
      'ca.pub',
      openssl('x509', '-in', file('ca.pem', authority.certificate), '-noout', '-pubkey'),
    );
    const [signed, signature] = ['signed', 'signature'].map((name) => join(folder, name)) as [string, string];
    const parts = openssl('asn1parse', '-in', certificate)
      .split('\n')
      .filter((line) => /:d=1 /.test(line));
    const [first, last] = [parts[0], parts.at(-1)].map((line) => line!.trim().split(':')[0]!) as [
      string,
      string,
    ];
    openssl('asn1parse', '-in', certificate, '-strparse', first, '-noout', '-out', signed);
    openssl('asn1parse', '-in', certificate, '-strparse', last, '-noout', '-out', signature);
    return openssl('dgst', '-sha384', '-verify', key, '-signature', signature, signed).includes(
      'Verified OK',
    );
  };

  it('of a signer and of its authority carry the authority’s signature, as OpenSSL verifies it', async () => {
    expect(isSigned(signer.certificate)).toBe(true);
    expect(isSigned(authority.certificate)).toBe(true);
    expect(isSigned((await makeCountrySigningCa(IDENTITY, NOW)).certificate)).toBe(false);
  });

  it('says what Doc 9303-12 asks of a seal signer, and carries its curve in full', () => {
    const shown = openssl('x509', '-in', file('signer.pem', signer.certificate), '-noout', '-text');
    expect(shown).toMatch(/Serial Number: 91 \(0x5b\)/);
    expect(shown).toMatch(/Subject: C = ID, CN = TS\n/);
    expect(shown).toMatch(/X509v3 Extended Key Usage: critical\s+2\.23\.136\.1\.1\.11\.1/);
    expect(shown).toMatch(/2\.23\.136\.1\.1\.6\.2/);
    expect(shown).toMatch(/Field Type: prime-field/);
    expect(shown).toMatch(/Cofactor: {2}1 \(0x1\)/);
    expect(shown).not.toMatch(/Basic Constraints|Subject Key Identifier/);
  });

  it('of an authority says that it is one, and a test', () => {
    const shown = openssl('x509', '-in', file('ca.pem', authority.certificate), '-noout', '-text');
    expect(shown).toMatch(/Subject: C = ID, CN = Test CSCA\n/);
    expect(shown).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/);
    expect(shown).toMatch(/Key Usage: critical\s+Certificate Sign, CRL Sign/);
  });

  it('can be taken back: OpenSSL reads the list, and so do we', async () => {
    const empty = await makeRevocationList([], authority, 1, NOW);
    const full = await makeRevocationList([{ reference: '5B', since: NOW }], authority, 2, NOW);
    const ca = file('ca.pem', authority.certificate);
    expect(openssl('crl', '-in', file('crl.pem', full), '-noout', '-CAfile', ca)).toContain('verify OK');
    expect(openssl('crl', '-in', file('crl.pem', full), '-noout', '-text')).toMatch(
      /CRL Number:\s+2[\s\S]*Serial Number: 5B/,
    );
    expect(await standing([empty])).toBe('trusted');
    expect(await standing([full])).toBe('revoked');
    const many = Array.from({ length: 2000 }, (_, index) => ({
      reference: (index + 1).toString(16),
      since: NOW,
    }));
    expect(await standing([await makeRevocationList(many, authority, 3, NOW)])).toBe('revoked');
  });

  it('of another authority, or listed by another, count for nothing', async () => {
    const stranger = await makeCountrySigningCa(IDENTITY, NOW);
    expect(await standing([], [stranger.certificate])).toBe('untrusted');
    expect(
      await standing([await makeRevocationList([{ reference: '5B', since: NOW }], stranger, 1, NOW)]),
    ).toBe('trusted');
  });

  it('are judged beside the authorities of states whose keys are of other kinds', async () => {
    const kinds = [
      ['rsa:2048'],
      ['rsa:2048', '-sigopt', 'rsa_padding_mode:pss'],
      ...['P-256', 'P-521', 'brainpoolP384r1'].map((curve) => [
        'ec',
        '-pkeyopt',
        `ec_paramgen_curve:${curve}`,
      ]),
    ];
    const foreign = kinds.map((kind) => {
      const [key, certificate] = [join(folder, 'foreign.key'), join(folder, 'foreign.pem')];
      openssl(
        'req',
        '-x509',
        '-nodes',
        '-subj',
        '/C=UT/CN=CSCA',
        '-keyout',
        key,
        '-out',
        certificate,
        '-newkey',
        ...kind,
      );
      return readFileSync(certificate, 'utf8');
    });
    const list = await makeRevocationList([{ reference: '5B', since: NOW }], authority, 2, NOW);
    expect(await standing([], [...foreign, authority.certificate])).toBe('trusted');
    expect(await standing([list], [...foreign, authority.certificate])).toBe('revoked');
  });

  it('of a state whose keys are RSA are taken back by its list', async () => {
    const at = (name: string) => join(folder, name);
    const config = file(
      'ca.conf',
      `[ca]\ndefault_ca = d\n[d]\ndatabase = ${file('index.txt', '')}\ndefault_md = sha256\ndefault_crl_days = 9\n`,
    );
    const subject = ['-subj', '/C=UT/CN=CSCA', '-nodes', '-newkey', 'rsa:2048'];
    openssl('req', '-x509', ...subject, '-keyout', at('rsa.key'), '-out', at('rsa.pem'));
    openssl(
      'req',
      '-new',
      '-subj',
      '/C=UT/CN=TS',
      '-nodes',
      '-newkey',
      'rsa:2048',
      '-keyout',
      at('s.key'),
      '-out',
      at('s.csr'),
    );
    const issuing = ['-CA', at('rsa.pem'), '-CAkey', at('rsa.key'), '-set_serial', '91', '-days', '9'];
    const extensions = file('seals.ext', 'extendedKeyUsage = critical, 2.23.136.1.1.11.1\n');
    openssl('x509', '-req', '-in', at('s.csr'), ...issuing, '-extfile', extensions, '-out', at('s.pem'));
    const ca = ['-config', config, '-cert', at('rsa.pem'), '-keyfile', at('rsa.key')];
    const [authorities, signers] = ['rsa.pem', 's.pem'].map((name) => [readFileSync(at(name), 'utf8')]);
    const judged = async (revocationLists: string[]) =>
      (
        await readSealCertificates(
          { authorities: authorities!, signers: signers!, revocationLists },
          new Date(),
        )
      )[0]!.standing;
    openssl('ca', ...ca, '-gencrl', '-out', at('none.crl'));
    openssl('ca', ...ca, '-revoke', at('s.pem'));
    openssl('ca', ...ca, '-gencrl', '-out', at('one.crl'));
    expect(await judged([readFileSync(at('none.crl'), 'utf8')])).toBe('trusted');
    expect(await judged([readFileSync(at('one.crl'), 'utf8')])).toBe('revoked');
  });
});
