import { birthDateFaults } from './birth-date.js';

const TODAY = '2026-01-16';
const codes = (date: Parameters<typeof birthDateFaults>[0]) =>
  birthDateFaults(date, TODAY).map(({ code }) => code);

describe('birthDateFaults', () => {
  it.each([
    [{}],
    [{ year: 1998 }],
    [{ year: 1998, month: 2 }],
    [{ year: 1996, month: 2, day: 29 }],
    [{ month: 2, day: 29 }],
    [{ year: 2026, month: 1, day: 16 }],
  ])('accepts %j', (date) => expect(codes(date)).toEqual([]));

  it.each([
    [{ year: 2541 }, 'buddhist-year'],
    [{ year: 2100 }, 'in-the-future'],
    [{ year: 2026, month: 1, day: 17 }, 'in-the-future'],
    [{ year: 2026, month: 2 }, 'in-the-future'],
    [{ year: 1850 }, 'too-long-ago'],
    [{ year: 1998, day: 3 }, 'required'],
    [{ year: 1998, month: 2, day: 29 }, 'not-a-date'],
    [{ month: 4, day: 31 }, 'not-a-date'],
  ])('finds %j to be %s', (date, code) => expect(codes(date)).toEqual([code]));

  it('says which Gregorian year a Buddhist year is', () => {
    expect(birthDateFaults({ year: 2541 }, TODAY)[0]?.params).toEqual({ year: '2541', gregorian: '1998' });
  });
});
