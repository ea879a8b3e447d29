import { decodeHeader, encodeHeader } from './seal-header.js';

const header = {
  issuer: 'UTO',
  signer: 'UTTS',
  certificateReference: '5B',
  issuedOn: '2026-01-16',
  signedOn: '1957-03-25',
  documentType: 0x5e03,
};

describe('the header of a seal', () => {
  it('is as Doc 9303-13 shows', () => {
    const hex = encodeHeader(header).toString('hex').toUpperCase();
    expect(hex.slice(0, 20)).toBe('DC03D9C5D9CAC8A73A99');
    expect(hex.slice(-10)).toBe('319EF55E03');
    expect(decodeHeader(Buffer.from(hex, 'hex'))).toEqual({ header, size: hex.length / 2 });
  });

  it('cut short anywhere is none', () => {
    const bytes = encodeHeader(header);
    for (let length = 0; length < bytes.length; length++)
      expect(decodeHeader(bytes.subarray(0, length))).toBeNull();
  });

  it.each([
    ['another magic', 0, 0xdd],
    ['version 3', 1, 0x02],
  ])('with %s is none', (_, at, byte) => {
    const bytes = encodeHeader(header);
    bytes[at] = byte;
    expect(decodeHeader(bytes)).toBeNull();
  });
});
