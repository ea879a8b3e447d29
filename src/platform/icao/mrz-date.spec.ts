import fc from 'fast-check';
import { birthDateOf, expiryDateOf, isMrzDate, printDate } from './mrz-date.js';

const TODAY = '2026-01-20';

describe('dates in a machine-readable zone', () => {
  it.each([
    [{ year: 1974, month: 8, day: 12 }, '740812'],
    [{ year: 2001, month: 8, day: null }, '0108<<'],
    [{ year: 1990, month: null, day: null }, '90<<<<'],
    [{ year: null, month: null, day: null }, '<<<<<<'],
  ])('prints %j as %s', (date, text) => expect(printDate(date)).toBe(text));

  it.each(['740812', '000229', '96<<<<', '<<0229', '<<<<31', '<<<<<<'])('accepts %s', (text) =>
    expect(isMrzDate(text)).toBe(true),
  );

  it.each(['741312', '740832', '740431', '010229', '740800', '7408', '74<812', '7<0812', 'ABCDEF'])(
    'refuses %s',
    (text) => expect(isMrzDate(text)).toBe(false),
  );

  it.each([
    ['740812', { year: 1974, month: 8, day: 12 }],
    ['260120', { year: 2026, month: 1, day: 20 }],
    ['260121', { year: 1926, month: 1, day: 21 }],
    ['26<<<<', { year: 2026, month: null, day: null }],
    ['<<<<<<', { year: null, month: null, day: null }],
  ])('takes %s for a birth that is not in the future', (text, date) =>
    expect(birthDateOf(text, TODAY)).toEqual(date),
  );

  it.each([
    ['120415', '2012-04-15'],
    ['360119', '2036-01-19'],
    ['991231', '1999-12-31'],
  ])('takes %s for the nearest expiry', (text, date) => expect(expiryDateOf(text, TODAY)).toBe(date));

  it('reads back every birth date of the last hundred years', () => {
    const birth = fc.date({
      min: new Date('1926-01-21'),
      max: new Date('2026-01-20T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(birth, (date) => {
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(isMrzDate(printDate(parts))).toBe(true);
        expect(birthDateOf(printDate(parts), TODAY)).toEqual(parts);
      }),
    );
  });
});
