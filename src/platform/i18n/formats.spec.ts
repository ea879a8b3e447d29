import fc from 'fast-check';
import * as formats from './formats.js';

const NOON_UTC = '2026-01-20T12:05:00Z';

describe('dates and figures in a language and a zone', () => {
  it("shows an instant in the post's zone, not in the machine's", () => {
    expect(formats.formatInstant(NOON_UTC, 'en', 'Asia/Phnom_Penh', formats.TIME)).toBe('19:05');
    expect(formats.formatInstant('2026-01-20T19:05:00+07:00', 'en', 'Asia/Tokyo', formats.TIME)).toBe(
      '21:05',
    );
    expect(formats.zoneOffset(NOON_UTC, 'en', 'Asia/Phnom_Penh')).toBe('GMT+7');
  });

  it('writes the day first, with Gregorian years and Latin digits in every language', () => {
    expect(formats.formatDate('1998-03-27', 'en')).toBe('27 March 1998');
    expect(formats.formatDate('1998-03-27', 'id')).toBe('27 Maret 1998');
    expect(formats.formatDate('1998-03-27', 'th')).toContain('1998');
    expect(formats.formatNumber(1440, 'my')).toBe('1,440');
    expect(formats.formatNumber(1440, 'id')).toBe('1.440');
    expect(formats.formatMoney(65.6, 'USD', 'en')).toBe('65.60 USD');
    expect(formats.formatMoney(65.6, 'USD', 'id')).toBe('65,60 USD');
  });

  it('refuses what is no instant', () => {
    expect(() => formats.formatInstant('yesterday', 'en', 'UTC', formats.TIME)).toThrow(RangeError);
  });

  it('shows as much of a birth date as is known', () => {
    expect(formats.formatPartialDate({ year: 1998, month: 3, day: null }, 'en')).toBe('March 1998');
    expect(formats.formatPartialDate({ year: 1998, month: null, day: null }, 'en')).toBe('1998');
    expect(formats.formatPartialDate({ year: null, month: 2, day: 29 }, 'en')).toBe('29 February');
    expect(formats.formatPartialDate({ year: null, month: null, day: null }, 'en')).toBeNull();
    expect(formats.formatPartialDate({ year: 1998 }, 'en')).toBe('1998');
    expect(formats.formatPartialDate({}, 'en')).toBeNull();
  });

  it('gives a length of time in its two largest units', () => {
    expect(formats.formatDuration(0, 'en')).toBe('0 mins');
    expect(formats.formatDuration(65, 'en')).toBe('1 hr 5 mins');
    expect(formats.formatDuration(1440 * 3 + 125, 'en')).toBe('3 days 2 hrs');
    expect(formats.formatDuration(1440 + 4, 'en')).toBe('1 day');
  });

  it('always gives some length, never a unit of nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (minutes) => {
        const text = formats.formatDuration(minutes, 'en');
        expect(text).toMatch(/^[1-9]/);
        expect(text).not.toMatch(/(^| )0 /);
      }),
    );
  });
});
