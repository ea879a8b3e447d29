import fc from 'fast-check';
import { DateTime } from 'luxon';
import { calendarDay, dayAfter } from './calendar-day.js';

it('is the day that clocks on the wall show, in any zone and however often it is asked', () => {
  const zones = ['Asia/Phnom_Penh', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'UTC'];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
      fc.integer({ min: -3_600_000, max: 3_600_000 }),
      (zone, moment, later) => {
        for (const now of [moment, new Date(moment.getTime() + later)])
          expect(calendarDay(now, zone)).toBe(DateTime.fromJSDate(now).setZone(zone).toISODate());
      },
    ),
  );
});

it('is counted on across months and leap years', () => {
  expect(dayAfter('2028-02-28')).toBe('2028-02-29');
  expect(dayAfter('2026-12-31', 15)).toBe('2027-01-15');
});
