import fc from 'fast-check';
import { DateTime } from 'luxon';
import { isSafe, nextSafeMoment } from './safe-hours.js';

const ZONE = 'Asia/Phnom_Penh';
const at = (text: string) => DateTime.fromISO(text, { zone: ZONE }).toJSDate();
const minute = fc.integer({ min: 0, max: 1439 });

describe('safe hours', () => {
  it.each([
    ['at once where any hour is safe', '2026-01-16T03:00', undefined, '2026-01-16T03:00'],
    ['at once within them', '2026-01-16T19:30', { from: 1080, to: 1260 }, '2026-01-16T19:30'],
    ['later the same day', '2026-01-16T12:00', { from: 1080, to: 1260 }, '2026-01-16T18:00'],
    [
      'the next day, from their last minute on',
      '2026-01-16T21:00',
      { from: 1080, to: 1260 },
      '2026-01-17T18:00',
    ],
    ['at once after midnight', '2026-01-16T01:00', { from: 1320, to: 120 }, '2026-01-16T01:00'],
    ['in the evening', '2026-01-16T02:00', { from: 1320, to: 120 }, '2026-01-16T22:00'],
  ])('let a message go %s', (_, now, hours, expected) => {
    expect(nextSafeMoment(at(now), hours, ZONE)).toEqual(at(expected));
  });

  it('are never missed: the moment is safe, not past, and within a day', () => {
    const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, minute, minute, (now, from, to) => {
        const next = nextSafeMoment(now, { from, to }, ZONE);
        const local = DateTime.fromJSDate(next, { zone: ZONE });
        expect(isSafe({ from, to }, local.hour * 60 + local.minute)).toBe(true);
        expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
      }),
    );
  });
});
