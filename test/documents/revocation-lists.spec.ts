import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRevocationList } from '../../src/travel-documents/pki/read-revocation-list.js';
import { makeRevocationList } from '../../src/travel-documents/pki/revocation-list.js';
import { readSealCertificates } from '../../src/travel-documents/pki/seal-certificates.js';
import { makeSampleKeys } from '../../src/travel-documents/samples/sample-keys.js';

const MANY = 20_000;
const CONFIG = `[ca]
default_ca = d
[d]
database = index.txt
default_md = sha256
default_crl_days = 9
[changes]
2.5.29.27 = critical, ASN1:INTEGER:1
`;
const KINDS = {
  'EC keys': ['ec', '-pkeyopt', 'ec_paramgen_curve:brainpoolP384r1'],
  'RSA keys': ['rsa:2048'],
  'RSA keys that pad by PSS': ['rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048'],
};

/** Lists of other states come from other programs. */
describe('revocation lists', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pulang-crl-'));
    writeFileSync(join(folder, 'ca.conf'), CONFIG);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string) => join(folder, name);
  const read = (name: string) => readFileSync(at(name), 'utf8');
  const openssl = (...args: string[]): string => {
    const { stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8', cwd: folder, maxBuffer: 1e8 });
    return stdout + stderr;
  };

  /** A list by OpenSSL that revokes the serial numbers from 1 on. */
  function listed(count: number, kind: string[], ...options: string[]): string {
    const rows = Array.from(
      { length: count },
      (_, index) =>
        `R\t401231000000Z\t261101000000Z\t${(index + 1).toString(16).toUpperCase().padStart(6, '0')}\tunknown\t/CN=x\n`,
    );
    writeFileSync(at('index.txt'), rows.join(''));
    const subject = ['-subj', '/C=UT/CN=CSCA', '-nodes', '-newkey', ...kind];
    openssl('req', '-x509', ...subject, '-keyout', 'ca.key', '-out', 'ca.pem');
    const ca = ['-config', 'ca.conf', '-cert', 'ca.pem', '-keyfile', 'ca.key'];
    openssl('ca', ...ca, '-gencrl', '-out', 'crl.pem', ...options);
    return read('crl.pem');
  }

  /** The signer with serial number 5B, as the authority in `ca.pem` and its list say. */
  async function signerBy(list: string) {
    writeFileSync(at('seals.ext'), 'extendedKeyUsage = critical, 2.23.136.1.1.11.1\n');
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 's.key'];
    openssl('req', '-new', '-subj', '/C=UT/CN=TS', ...key, '-out', 's.csr');
    const issuing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', '91', '-days', '9'];
    openssl('x509', '-req', '-in', 's.csr', ...issuing, '-extfile', 'seals.ext', '-out', 's.pem');
    const material = { authorities: [read('ca.pem')], signers: [read('s.pem')], revocationLists: [list] };
    return (await readSealCertificates(material, new Date()))[0]!;
  }

  it.each(Object.entries(KINDS))('of an authority with %s are believed', async (_, kind) => {
    expect(await signerBy(listed(0x5a, kind))).toMatchObject({
      standing: 'trusted',
      revocationsUntil: expect.any(Date),
    });
    expect(await signerBy(listed(0x5b, kind))).toMatchObject({ standing: 'revoked' });
  });

  it('of another authority of the same name are not', async () => {
    const foreign = listed(0x5b, KINDS['RSA keys']);
    listed(0, KINDS['RSA keys']);
    expect(await signerBy(foreign)).toMatchObject({ standing: 'trusted', revocationsUntil: null });
  });

  it('are read however long they are', () => {
    const list = readRevocationList(listed(MANY, KINDS['EC keys']));
    expect(list.revoked).toHaveLength(MANY);
    expect(list.revoked.at(-1)).toEqual({
      reference: MANY.toString(16).padStart(6, '0').slice(2),
      since: new Date('2026-11-01T00:00:00Z'),
    });
    expect(list.nextUpdate!.getTime() - list.thisUpdate.getTime()).toBe(9 * 86_400_000);
  });

  it('are made however long they must be, as OpenSSL reads them', async () => {
    const { authority } = await makeSampleKeys(new Date());
    const revoked = Array.from({ length: MANY }, (_, index) => ({
      reference: (index + 0x80).toString(16),
      since: new Date(),
    }));
    writeFileSync(at('own.pem'), await makeRevocationList(revoked, authority, 7, new Date()));
    writeFileSync(at('own-ca.pem'), authority.certificate);
    const shown = openssl('crl', '-in', 'own.pem', '-noout', '-text', '-CAfile', 'own-ca.pem');
    expect(shown).toContain('verify OK');
    expect(shown.match(/Serial Number: \S+/g)).toHaveLength(MANY);
    expect(shown).toMatch(/Serial Number: 80\n[\s\S]*Serial Number: FF\n[\s\S]*Serial Number: 0100\n/);
  });

  it('of changes alone tell whom they name, not that nobody else was taken back', async () => {
    const changes = ['-crlexts', 'changes'];
    expect(await signerBy(listed(0, KINDS['EC keys'], ...changes))).toMatchObject({
      standing: 'trusted',
      revocationsUntil: null,
    });
    expect((await signerBy(listed(0x5b, KINDS['EC keys'], ...changes))).standing).toBe('revoked');
  });

  it.each(['', 'AAAA', 'MAMCAQE=', 'MAA='])('are refused where they are none: %j', (base64) =>
    expect(() => readRevocationList(`-----BEGIN X509 CRL-----\n${base64}\n-----END X509 CRL-----`)).toThrow(
      TypeError,
    ),
  );
});
