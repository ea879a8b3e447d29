import fc from 'fast-check';
import { gregorian } from './calendars.js';

const inEthiopia = new Intl.DateTimeFormat('en-u-ca-ethiopic', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
});

describe('a birth date in another calendar', () => {
  it('is found again, day by day, as the locale data counts Ethiopian dates', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const parts = Object.fromEntries(
          inEthiopia.formatToParts(date).map(({ type, value }) => [type, parseInt(value)]),
        );
        const told = { year: parts['year']!, month: parts['month']!, day: parts['day']! };
        expect(gregorian(told, 'ethiopian')).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });

  it.each([
    [
      'a Buddhist year',
      { year: 2541, month: 4, day: 17 },
      'international',
      { year: 1998, month: 4, day: 17 },
    ],
    ['a year of everybody', { year: 1998 }, 'international', { year: 1998 }],
    ['nothing', {}, 'ethiopian', {}],
    ['an Ethiopian year alone', { year: 1990 }, 'ethiopian', { year: 1998 }],
    ['an Ethiopian month', { year: 1990, month: 8 }, 'ethiopian', { year: 1998, month: 4 }],
  ] as const)('%s', (_, told, calendar, expected) => {
    expect(gregorian(told, calendar)).toEqual(expected);
  });
});
