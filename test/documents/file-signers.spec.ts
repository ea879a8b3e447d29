import { judgeFile } from '../../src/travel-documents/checks/offline/judge-file.js';
import type { PaperSigner } from '../../src/travel-documents/pdf/signature/paper-signer.js';
import {
  type CertifiedKey,
  makeCountrySigningCa,
} from '../../src/travel-documents/pki/country-signing-ca.js';
import { makePaperSigner } from '../../src/travel-documents/pki/paper-signer-certificate.js';
import { makeRevocationList } from '../../src/travel-documents/pki/revocation-list.js';
import { softwarePaperSigner } from '../../src/travel-documents/pki/software-paper-signer.js';
import { makeSampleKeys, type SampleKeys } from '../../src/travel-documents/samples/sample-keys.js';
import { SAMPLE_PEOPLE } from '../../src/travel-documents/samples/sample-people.js';
import { sampleContent } from '../../src/travel-documents/samples/sample-set.js';
import { makeSeal } from '../../src/travel-documents/seal/make-seal.js';
import { signedFile } from './signed-file.js';

const now = new Date();
const UNTRUSTED = { verdict: 'untrusted-file', fileSignature: 'untrusted' };

/** A seal that was copied onto a sheet with another face, in a file of the forger's own. */
describe('a file around a genuine seal', () => {
  let keys: SampleKeys;
  let abroad: CertifiedKey;
  beforeAll(async () => {
    keys = await makeSampleKeys(now);
    abroad = await authorityOf('MY', 'MYS');
  });

  const authorityOf = (country: string, issuer: string) =>
    makeCountrySigningCa(
      {
        country,
        issuer,
        commonName: `Test CSCA ${issuer}`,
        contactUrl: keys.publicUrl,
        revocationListUrl: `${keys.publicUrl}/pki/crl.pem`,
      },
      now,
    );
  const paperOf = (country: string, authority: CertifiedKey, at = now) =>
    makePaperSigner({ country, commonName: 'Test Paper Signer', serialNumber: '2A' }, authority, at);
  const paperSigner = (paper: CertifiedKey) => softwarePaperSigner(paper, keys.signer);

  async function judged(pdf: Buffer | PaperSigner, revocationList = keys.revocationList) {
    const { lines, issuedOn } = sampleContent(SAMPLE_PEOPLE[0]!, 0, 'IDN', now);
    const seal = await makeSeal({ issuer: 'IDN', issuedOn, signedOn: issuedOn, lines }, keys.sealSigner);
    const trust = {
      authorities: [keys.authority.certificate, abroad.certificate],
      signers: [keys.signer.certificate],
      revocationLists: [revocationList],
      revoked: null,
    };
    const file = Buffer.isBuffer(pdf) ? pdf : await signedFile(pdf, now);
    return await judgeFile({ pdf: file, seal, lines }, trust, now);
  }

  it('is genuine where its state’s signer of files signed it', async () => {
    expect(await judged(keys.paperSigner)).toMatchObject({ verdict: 'valid', fileSignature: 'valid' });
  });

  it('is not where nobody signed it', async () => {
    const unsigned = { verdict: 'untrusted-file', fileSignature: 'none' };
    expect(await judged(Buffer.from('%PDF-1.7'))).toMatchObject(unsigned);
  });

  it('is judged wherever one byte of what came with its signature was changed', async () => {
    const pdf = await signedFile(keys.paperSigner, now);
    const start = pdf.indexOf('/Contents <') + '/Contents <'.length;
    const used = pdf.toString('latin1', start).search(/0{100}/);
    for (let place = start; place < start + used; place += 20) {
      const changed = Buffer.from(pdf);
      changed[place] = changed[place] === 0x31 ? 0x37 : 0x31;
      expect(await judged(changed)).toMatchObject({ number: 'XA0000001' });
    }
  });

  it('is not where the signer has a certificate of his own making', async () => {
    const namesake = await authorityOf('ID', 'IDN');
    expect(await judged(paperSigner(await paperOf('ID', namesake)))).toMatchObject(UNTRUSTED);
  });

  it('is not where another state’s signer signed it, however trusted', async () => {
    expect(await judged(paperSigner(await paperOf('MY', abroad)))).toMatchObject(UNTRUSTED);
  });

  it('is not where the certificate is for something else than files, such as seals', async () => {
    expect(await judged(paperSigner(keys.signer))).toMatchObject(UNTRUSTED);
  });

  it('is not where the signer was taken back, or is not in office yet or any more', async () => {
    const paper = await paperOf('ID', keys.authority);
    expect(await judged(paperSigner(paper))).toMatchObject({ verdict: 'valid' });
    const entry = [{ reference: '2A', since: now }];
    const list = await makeRevocationList(entry, keys.authority, 2, now);
    expect(await judged(paperSigner(paper), list)).toMatchObject(UNTRUSTED);
    for (const years of [-4, 1]) {
      const at = new Date(now.getTime() + years * 366 * 86_400_000);
      expect(await judged(paperSigner(await paperOf('ID', keys.authority, at)))).toMatchObject(UNTRUSTED);
    }
  });
});
