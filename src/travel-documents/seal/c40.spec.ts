import fc from 'fast-check';
import { c40Length, decodeC40, encodeC40 } from './c40.js';

const text = (max: number) =>
  fc.string({
    unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ '),
    minLength: 1,
    maxLength: max,
  });

describe('C40', () => {
  it.each([
    ['XK<CD', 'EB0466A9'],
    ['XKCD', 'EB11FE45'],
    ['VISA01', 'DE515826'],
    ['UTO', 'D9C5'],
    ['D<<', '6ABC'],
    ['IDN', '8C44'],
  ])('%s is %s', (plain, hex) => {
    expect(encodeC40(plain).toString('hex').toUpperCase()).toBe(hex);
    expect(decodeC40(Buffer.from(hex, 'hex'))).toBe(plain.replaceAll('<', ' '));
  });

  it('comes back as it was, in as many bytes as announced', () => {
    fc.assert(
      fc.property(text(80), (plain) => {
        const bytes = encodeC40(plain);
        expect(bytes.length).toBe(c40Length(plain.length));
        expect(decodeC40(bytes)).toBe(plain);
      }),
    );
  });

  it('of anything else is refused, never misread', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const plain = decodeC40(Buffer.from(bytes));
        if (plain !== null) expect(encodeC40(plain).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
    expect(() => encodeC40('é')).toThrow(RangeError);
    expect(() => encodeC40('a')).toThrow(RangeError);
  });
});
