import fc from 'fast-check';
import { checkDigit } from './check-digit.js';

/** Examples of ICAO Doc 9303-3 section 4.9 and 9303-4 appendix A. */
describe('check digit', () => {
  it.each([
    ['520727', '3'],
    ['AB2134<<<', '5'],
    ['L898902C3', '6'],
    ['740812', '2'],
    ['120415', '9'],
    ['ZE184226B<<<<<', '1'],
    ['HA672242<658022549601086<<<<<<<<<<<<<<0', '8'],
    ['<<<<<<', '0'],
  ])('of %s is %s', (text, digit) => expect(checkDigit(text)).toBe(digit));

  it('refuses what a zone cannot hold', () => {
    expect(() => checkDigit('a')).toThrow(RangeError);
    expect(() => checkDigit('Ä')).toThrow(RangeError);
  });

  it('finds every single wrong digit', () => {
    const digits = fc.stringMatching(/^\d{1,20}$/);
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, where, shift) => {
        const at = where % text.length;
        const wrong = String((Number(text.charAt(at)) + shift) % 10);
        expect(checkDigit(text.slice(0, at) + wrong + text.slice(at + 1))).not.toBe(checkDigit(text));
      }),
    );
  });
});
