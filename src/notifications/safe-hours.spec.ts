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

  it.each([
    ['spring', '2026-03-28T23:30', { from: 480, to: 1200 }, '2026-03-29T08:00'],
    ['autumn', '2026-10-25T00:30', { from: 0, to: 15 }, '2026-10-26T00:00'],
    ['the hour that is not there', '2026-03-28T23:30', { from: 130, to: 170 }, '2026-03-30T02:10'],
  ])('begin on the next day where the clocks change in between: %s', (_, now, hours, expected) => {
    const [from, to] = [now, expected].map((text) => DateTime.fromISO(text, { zone: 'Europe/Berlin' }));
    expect(nextSafeMoment(from!.toJSDate(), hours, 'Europe/Berlin')).toEqual(to!.toJSDate());
  });

  it.each([
    [ZONE, 24],
    ['America/New_York', 49],
  ])('are never missed: the moment is safe, not past, and near (%s)', (zone, hours) => {
    const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, minute, minute, (now, from, to) => {
        const next = nextSafeMoment(now, { from, to }, zone);
        const local = DateTime.fromJSDate(next, { zone });
        expect(isSafe({ from, to }, local.hour * 60 + local.minute)).toBe(true);
        expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(hours * 3_600_000);
      }),
    );
  });
});
