import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { readFileSignature } from '../../src/travel-documents/checks/offline/file-signature.js';
import { judgeFile } from '../../src/travel-documents/checks/offline/judge-file.js';
import { pageOf } from '../../src/travel-documents/checks/offline/poppler.js';
import { verifyFile } from '../../src/travel-documents/checks/offline/verify-file.js';
import { type GreyPicture, readSealPicture } from '../../src/travel-documents/checks/read-seal-picture.js';
import { makeCountrySigningCa } from '../../src/travel-documents/pki/country-signing-ca.js';
import { makeRevocationList } from '../../src/travel-documents/pki/revocation-list.js';
import { signList } from '../../src/travel-documents/pki/signed-list.js';
import { makeSealSigner } from '../../src/travel-documents/pki/seal-signer-certificate.js';
import { softwareSealSigner } from '../../src/travel-documents/pki/software-seal-signer.js';
import type { SealSigner } from '../../src/travel-documents/seal/seal-signer.js';
import { makeSeal } from '../../src/travel-documents/seal/make-seal.js';
import type { OfflineTrust } from '../../src/travel-documents/checks/offline/trust-files.js';
import { makeSampleKeys } from '../../src/travel-documents/samples/sample-keys.js';
import { SAMPLE_PEOPLE } from '../../src/travel-documents/samples/sample-people.js';
import { type ExpectedDocument, sampleContent } from '../../src/travel-documents/samples/sample-set.js';
import { writeSamples } from '../../src/travel-documents/samples/write-samples.js';
import { signedFile } from './signed-file.js';

const run = (program: string, ...args: string[]): Buffer => execFileSync(program, args, { maxBuffer: 1e8 });

/** Where the seal is: a grey dot beside a module keeps libdmtx from finding one symbol in twelve. */
function inksAround({ width, pixels }: GreyPicture, dotsPerInch: number): Set<number> {
  const [left, right, top, bottom] = [6.5, 7.5, 9.3, 10.3].map((inches) => Math.round(inches * dotsPerInch));
  const inks = new Set<number>();
  for (let row = top!; row < bottom!; row++)
    for (const ink of pixels.subarray(row * width + left!, row * width + right!)) inks.add(ink);
  return inks;
}

/** Of the fifty those that differ most are drawn here; reading all of them is for whoever made them. */
const DRAWN = [
  'plain',
  'mononym',
  'nordic',
  'long-everywhere',
  'birth-unknown',
  'without-portrait',
  'revoked',
];
const PEOPLE = SAMPLE_PEOPLE.filter(({ about }) => DRAWN.includes(about));

/** Read by programs that know nothing of us. */
describe('the sample documents', () => {
  let folder: string;
  let documents: ExpectedDocument[];
  const file = (name: string) => join(folder, name);
  const verdictOf = async (name: string, options = {}) =>
    (await verifyFile(file(name), { csca: file('csca.pem'), ...options }, new Date())).verdict;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pulang-samples-'));
    documents = await writeSamples(folder, new Date(), undefined, PEOPLE);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are fifty, each with a number and lines of its own', () => {
    const contents = SAMPLE_PEOPLE.map((person, index) => sampleContent(person, index, 'IDN', new Date()));
    expect(new Set(contents.map(({ number }) => number)).size).toBe(50);
    expect(new Set(contents.map(({ lines }) => lines.join(''))).size).toBe(50);
    for (const { lines } of contents) expect(lines.map((line) => line.length)).toEqual([36, 36]);
  });

  it('are said in documents.json, the two lines whole in each text', () => {
    expect(documents).toHaveLength(DRAWN.length);
    expect(JSON.parse(readFileSync(file('documents.json'), 'utf8'))).toEqual(documents);
    expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toEqual(
      documents.map((each) => each.file),
    );
    for (const { file: name, lines } of documents)
      expect(run('pdftotext', file(name), '-').toString().trimEnd().split('\n').slice(-2)).toEqual([
        ...lines,
      ]);
  });

  it.each([300, 200])(
    'give their seal to dmtxread and to zxing at %i dots to the inch, as OpenSSL verifies it',
    async (dotsPerInch) => {
      const signer = new X509Certificate(readFileSync(file('signer.pem')));
      const key = createPublicKey(signer.publicKey.export({ type: 'spki', format: 'pem' }));
      for (const { file: name, lines } of [documents[0]!, documents[3]!]) {
        const page = await pageOf(file(name), dotsPerInch);
        const seal = await readSealPicture(page);
        run('pdftoppm', '-r', String(dotsPerInch), '-png', '-singlefile', file(name), file('page'));
        expect(run('dmtxread', '-N1', '-m', '30000', file('page.png')).equals(seal!)).toBe(true);
        expect(inksAround(page, dotsPerInch)).toEqual(new Set([0, 255]));
        const signature = { key, dsaEncoding: 'ieee-p1363' } as const;
        expect(verify('sha256', seal!.subarray(0, -66), signature, seal!.subarray(-64))).toBe(true);
        expect(lines.join('')).toHaveLength(72);
      }
    },
  );

  it('are signed, as poppler sees it, and well formed, as qpdf does', () => {
    expect(run('pdfsig', file(documents[1]!.file)).toString()).toMatch(
      /ETSI\.CAdES\.detached[\s\S]*Signature is Valid/,
    );
    run('qpdf', '--check', file(documents[1]!.file));
  });

  it('are judged offline as documents.json says', async () => {
    for (const { file: name, expectedVerdict } of [documents[1]!, documents.at(-1)!])
      expect(await verdictOf(name)).toBe(expectedVerdict);
  });

  it('need nothing but the authority: the signer’s certificate travels in the file', async () => {
    const alone = mkdtempSync(join(tmpdir(), 'pulang-alone-'));
    const path = join(alone, 'a.pdf');
    writeFileSync(path, readFileSync(file(documents[4]!.file)));
    const report = await verifyFile(path, { csca: file('csca.pem') }, new Date());
    // so does a file that was changed: the seal is genuine, and that is told apart from a seal of nobody's
    const altered = readFileSync(path, 'latin1').replace('/Creator', '/Kreator');
    for (const bytes of [altered, `${altered}\n`]) {
      writeFileSync(path, bytes, 'latin1');
      const { verdict } = await verifyFile(path, { csca: file('csca.pem') }, new Date());
      expect(verdict).toBe('file-altered');
    }
    rmSync(alone, { recursive: true });
    expect(report).toMatchObject({
      verdict: 'valid',
      fileSignature: 'valid',
      notes: expect.arrayContaining([expect.any(String)]),
    });
  });

  it('are found out where the file was changed, or another authority is trusted', async () => {
    const { file: name } = documents[2]!;
    const bytes = readFileSync(file(name)).toString('latin1');
    writeFileSync(file('altered.pdf'), bytes.replace('/Creator', '/Kreator'), 'latin1');
    expect(await verdictOf('altered.pdf')).toBe('file-altered');
    const other = mkdtempSync(join(tmpdir(), 'pulang-other-'));
    await writeSamples(other, new Date(), undefined, []);
    expect(await verdictOf(name, { csca: join(other, 'csca.pem') })).toBe('untrusted-certificate');
    expect(await verdictOf(name, { revoked: join(other, 'revoked.json') })).toBe('untrusted-revoked-list');
    rmSync(other, { recursive: true });
  });

  it('are asked for in a sentence where a folder is named, or nothing', async () => {
    for (const name of ['.', 'none.pdf', 'csca.pem/none.pdf'])
      await expect(verdictOf(name)).rejects.toThrow('is missing or is no PDF');
  });

  it('have their lines on the sheet that has the seal: those of another page prove nothing', async () => {
    const { file: name, lines } = documents[0]!;
    const corner = ['-x', '1860', '-y', '2700', '-W', '540', '-H', '570'];
    run('pdftoppm', '-r', '300', '-png', '-singlefile', ...corner, file(name), file('seal'));
    const forged = new PDFDocument({ size: 'A4' });
    const parts: Buffer[] = [];
    forged.on('data', (part: Buffer) => parts.push(part));
    const ended = once(forged, 'end');
    forged.image(file('seal.png'), 400, 600, { width: (540 / 300) * 72 });
    forged.addPage().font('Courier').fontSize(9);
    for (const line of lines) forged.text(line);
    forged.end();
    await ended;
    writeFileSync(file('forged.pdf'), Buffer.concat(parts));
    expect(await verdictOf('forged.pdf')).toBe('invalid-printed-mrz');
  });

  it('are not taken for whole where bytes were added that the signature leaves out', () => {
    const pdf = readFileSync(file(documents[0]!.file));
    const authorities = [new X509Certificate(readFileSync(file('csca.pem')))];
    expect(readFileSignature(pdf, authorities).standing).toBe('valid');
    const [, from, until] = /ByteRange \[0 (\d+) (\d+)/.exec(pdf.toString('latin1'))!.map(Number) as [
      0,
      number,
      number,
    ];
    const inPlaceOfZeros = Buffer.from(pdf);
    inPlaceOfZeros.write('> /Reason (added)', until - 200, 'latin1');
    expect(readFileSignature(inPlaceOfZeros, authorities).standing).toBe('invalid');

    // the signed bytes behind the first line, and a second range that leaves out all that stands between
    const signed = Buffer.concat([pdf.subarray(0, from), pdf.subarray(until)]);
    const first = signed.indexOf('\n') + 1;
    const between = (size: number) =>
      Buffer.concat([
        Buffer.from('%'),
        pdf.subarray(from + 1, until - 1),
        Buffer.from(
          `\n% /ByteRange [0 ${[first, first + size, signed.length - first].map((n) => String(n).padEnd(9)).join(' ')}]\n`,
        ),
      ]);
    const forged = Buffer.concat([
      signed.subarray(0, first),
      between(between(0).length),
      signed.subarray(first),
    ]);
    expect(readFileSignature(forged, authorities).standing).toBe('invalid');
  });

  it('are judged by lists of whom they concern, and it is said which were not at hand or are old', async () => {
    const now = new Date();
    const keys = await makeSampleKeys(now);
    const { lines, number, issuedOn } = sampleContent(PEOPLE[0]!, 0, 'IDN', now);
    const seal = await makeSeal({ issuer: 'IDN', issuedOn, signedOn: issuedOn, lines }, keys.sealSigner);
    const abroad = await makeCountrySigningCa(
      {
        country: 'MY',
        issuer: 'MYS',
        commonName: 'Test CSCA Malaysia',
        contactUrl: keys.publicUrl,
        revocationListUrl: keys.publicUrl,
      },
      now,
    );
    const stranger = await makeSealSigner(
      { country: 'MY', name: 'TS', reference: '5D', documentTypes: ['PU'] },
      abroad,
      now,
    );
    const pdf = await signedFile(keys.paperSigner, now);
    const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
    const listed = async (signer: SealSigner, issuer: string, numbers: string[], asOf = now) => {
      const list = { asOf: asOf.toISOString(), issuer, numbers };
      return { lists: [{ list, signature: await signList(list, signer) }] };
    };
    const judged = async (over: Partial<OfflineTrust>) => {
      const trust = {
        authorities: [keys.authority.certificate, abroad.certificate],
        signers: [keys.signer.certificate, stranger.certificate],
        revocationLists: [keys.revocationList],
        revoked: await listed(keys.sealSigner, 'IDN', []),
        ...over,
      };
      const { verdict, notes } = await judgeFile({ pdf, seal, lines }, trust, now);
      return [verdict, ...notes];
    };
    const foreign = softwareSealSigner(stranger);
    expect(await judged({})).toEqual(['valid']);
    expect(await judged({ revoked: await listed(keys.sealSigner, 'IDN', [number]) })).toEqual(['revoked']);
    expect(await judged({ revoked: await listed(foreign, 'IDN', []) })).toEqual(['untrusted-revoked-list']);
    expect(await judged({ revoked: await listed(foreign, 'MYS', []) })).toEqual([
      'valid',
      'no list of the issuer’s revoked documents was at hand',
    ]);
    expect(await judged({ revoked: await listed(keys.sealSigner, 'IDN', [], daysAgo(3)) })).toEqual([
      'valid',
      `the list of revoked documents is of ${daysAgo(3).toISOString().slice(0, 10)}`,
    ]);
    for (const authority of [abroad, { ...abroad, privateKey: stranger.privateKey }])
      expect(await judged({ revocationLists: [await makeRevocationList([], authority, 1, now)] })).toEqual([
        'valid',
        'no revocation list of the signer’s authority was at hand',
      ]);
    const old = await makeRevocationList([], keys.authority, 1, daysAgo(91));
    expect(await judged({ revocationLists: [old] })).toEqual([
      'valid',
      `the revocation list of signers ran out on ${daysAgo(1).toISOString().slice(0, 10)}`,
    ]);
  });
});
