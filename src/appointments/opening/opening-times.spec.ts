import fc from 'fast-check';
import { openingTimes, type OpeningFacts } from './opening-times.js';

const week: OpeningFacts = {
  timeZone: 'Asia/Phnom_Penh',
  openingHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00:00', closes: '17:00:00' })),
  holidays: ['2026-01-20'],
  closures: [],
};
/** A Monday, 10:00 in Phnom Penh. */
const now = new Date('2026-01-19T03:00:00Z');
const hour = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });

describe('opening times', () => {
  it('begin with the stretch that is not over, and leave out holidays and weekends', () => {
    expect(openingTimes(week, now, 7).map(({ from }) => from.toISOString())).toEqual([
      '2026-01-19T02:00:00.000Z',
      '2026-01-21T02:00:00.000Z',
      '2026-01-22T02:00:00.000Z',
      '2026-01-23T02:00:00.000Z',
    ]);
  });

  it('go on over midnight, and over the night in which the clocks change, where the post does', () => {
    const everyHour = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
    const always = { ...week, timeZone: 'Europe/Berlin', openingHours: everyHour, holidays: ['2026-03-31'] };
    for (const minute of ['2026-03-28T22:55:00Z', '2026-03-28T23:05:00Z'])
      expect(openingTimes(always, new Date(minute), 6)[0]!.to).toEqual(new Date('2026-03-30T22:00:00Z'));
    const [open] = openingTimes(always, new Date('2026-03-28T23:05:00Z'), 1);
    expect(open).toEqual(hour('2026-03-27T23:00:00Z', '2026-03-29T22:00:00Z'));
    const twice = [
      { weekday: 1, opens: '09:00', closes: '12:00' },
      { weekday: 1, opens: '12:00', closes: '17:00' },
    ];
    expect(openingTimes({ ...week, openingHours: twice }, now, 1)).toEqual([
      hour('2026-01-19T02:00:00Z', '2026-01-19T10:00:00Z'),
    ]);
  });

  it('are cut by a closure', () => {
    const closures = [hour('2026-01-19T05:00:00Z', '2026-01-19T06:00:00Z')];
    expect(openingTimes({ ...week, closures }, now, 1)).toEqual([
      hour('2026-01-19T02:00:00Z', '2026-01-19T05:00:00Z'),
      hour('2026-01-19T06:00:00Z', '2026-01-19T10:00:00Z'),
    ]);
  });

  it('never lie in a closure, whatever closures there are', () => {
    const moment = fc
      .integer({ min: 0, max: 10_000 })
      .map((minute) => new Date(now.getTime() + minute * 60_000));
    const closure = fc
      .tuple(moment, moment)
      .filter(([a, b]) => a < b)
      .map(([from, to]) => ({ from, to }));
    fc.assert(
      fc.property(fc.array(closure, { maxLength: 5 }), (closures) => {
        for (const open of openingTimes({ ...week, closures }, now, 7))
          for (const { from, to } of closures) expect(open.to <= from || open.from >= to).toBe(true);
      }),
    );
  });
});
