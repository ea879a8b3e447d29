import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { composeMrz } from '../../platform/icao/compose-mrz.js';
import { judgeSeal } from './judge-seal.js';
import { makeSeal } from './make-seal.js';
import type { SealCertificate } from './seal-certificate.js';
import { signSeal } from './seal-signature.js';
import { encodeSigned, type PrintedLines } from './seal.js';

const NOW = new Date('2026-01-20T00:00:00Z');
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const signer = (key: KeyObject = privateKey) => ({
  signer: 'IDTS',
  certificateReference: '5B',
  sign: (bytes: Buffer) => signSeal(bytes, key),
});
const certificate: SealCertificate = {
  signer: 'IDTS',
  reference: '5B',
  standing: 'trusted',
  revocationsUntil: null,
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validUntil: new Date('2027-01-01T00:00:00Z'),
  documentTypes: ['PU'],
  publicKey,
};

function linesOf(documentCode = 'PU', issuer = 'IDN'): PrintedLines {
  const composed = composeMrz('TD2', {
    documentCode,
    issuer,
    name: { primary: 'Contoh', secondary: 'Budi' },
    documentNumber: 'XA0000001',
    nationality: issuer,
    birthDate: '980417',
    sex: 'M',
    expiryDate: '260131',
    optional: '',
    furtherOptional: '',
  });
  if (!composed.ok) throw new Error('the example does not compose');
  return composed.lines as unknown as PrintedLines;
}
const content = { issuer: 'IDN', issuedOn: '2026-01-16', signedOn: '2026-01-16', lines: linesOf() };
const judge = (bytes: Buffer | null, over: Partial<SealCertificate> | null = {}, printed?: string) =>
  judgeSeal({ bytes, printed, now: NOW, certificates: over === null ? [] : [{ ...certificate, ...over }] })
    .verdict;

describe('a seal', () => {
  let seal: Buffer;
  beforeAll(async () => {
    seal = await makeSeal(content, signer());
  });

  it('has 134 bytes and is valid, with and without its printed lines', () => {
    expect(seal).toHaveLength(134);
    expect(judge(seal)).toBe('valid');
    expect(judge(seal, {}, content.lines.join('\n'))).toBe('valid');
  });

  it('of which any bit is changed is never valid', () => {
    fc.assert(
      fc.property(fc.nat(seal.length * 8 - 1), (bit) => {
        const changed = Buffer.from(seal);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(['valid', 'unknown-feature']).not.toContain(judge(changed));
      }),
      { numRuns: 400 },
    );
  });

  it('cut short or lengthened is none', () => {
    for (let length = 0; length < seal.length; length++)
      expect(judge(seal.subarray(0, length))).toBe('wrong-format');
    expect(judge(Buffer.concat([seal, Buffer.of(0)]))).toBe('wrong-format');
    expect(judge(null)).toBe('read-error');
  });

  it.each([
    ['no certificate', null, 'unknown-certificate'],
    ['another reference', { reference: '5C' }, 'unknown-certificate'],
    ['an untrusted certificate', { standing: 'untrusted' }, 'untrusted-certificate'],
    ['a revoked certificate', { standing: 'revoked' }, 'revoked-certificate'],
    ['an expired certificate', { validUntil: new Date('2026-01-19T00:00:00Z') }, 'expired-certificate'],
    ['a certificate from later', { validFrom: new Date('2026-01-18T00:00:00Z') }, 'expired-certificate'],
    [
      'another key',
      { publicKey: createPublicKey(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey) },
      'invalid-signature',
    ],
    ['a signer of other documents', { documentTypes: ['PE'] }, 'invalid-document-type'],
    ['a signer that does not say of which', { documentTypes: null }, 'valid'],
    ['leading zeros in the reference', { reference: '005B' }, 'valid'],
  ] as const)('with %s is judged %s', (_, over, verdict) => {
    expect(judge(seal, over as Partial<SealCertificate> | null)).toBe(verdict);
  });

  it('with other printed lines differs, with mistyped ones says so', () => {
    const other = linesOf()[0].replace('BUDI', 'BUDY');
    expect(judge(seal, {}, [other, content.lines[1]].join(''))).toBe('seal-and-document-differ');
    expect(judge(seal, {}, content.lines.join('').replace('980417', '980418'))).toBe('invalid-printed-mrz');
  });

  it('in another state’s name is not trusted', async () => {
    const foreign = await makeSeal({ ...content, issuer: 'MYS', lines: linesOf('PU', 'MYS') }, signer());
    expect(judge(foreign)).toBe('untrusted-certificate');
  });

  it('with wrong lines that were signed all the same is judged by them', async () => {
    const [first, second] = content.lines;
    const wrong = await makeSeal(
      { ...content, lines: [first, second.replace('980417', '980418')] },
      signer(),
    );
    expect(judge(wrong)).toBe('invalid-seal-mrz');
  });

  it('of another kind of document says so', () => {
    const visa = encodeSigned(
      { ...content, signer: 'IDTS', certificateReference: '5B', documentType: 0x5d02 },
      content.lines,
    );
    expect(judge(Buffer.concat([visa, Buffer.of(0xff, 0x40), Buffer.alloc(64, 1)]))).toBe(
      'invalid-document-type',
    );
  });
});
