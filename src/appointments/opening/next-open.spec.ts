import type { OpeningFacts } from './opening-times.js';
import { nextOpen } from './next-open.js';

/** Phnom Penh, 7 hours ahead; 20 January is a holiday. */
const post: OpeningFacts = {
  timeZone: 'Asia/Phnom_Penh',
  openingHours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '09:00', closes: '12:00' },
    { weekday, opens: '12:30', closes: '17:00' },
  ]),
  holidays: ['2026-01-20'],
  closures: [],
};
const at = (local: string) => new Date(`${local}:00+07:00`);

describe('when somebody in danger is to come', () => {
  it.each([
    ['while it is open', '2026-01-19T10:00', '2026-01-19T10:00'],
    ['in the night', '2026-01-19T03:00', '2026-01-19T09:00'],
    ['shortly before it opens', '2026-01-19T08:15', '2026-01-19T08:15'],
    ['too early to set out', '2026-01-19T08:14', '2026-01-19T09:00'],
    ['before the break at noon', '2026-01-19T11:55', '2026-01-19T11:55'],
    ['late, but not too late', '2026-01-19T16:29', '2026-01-19T16:29'],
    ['just before closing, with a holiday next', '2026-01-19T16:30', '2026-01-21T09:00'],
    ['in the evening before a weekend', '2026-01-23T17:39', '2026-01-26T09:00'],
  ])('%s', (_, now, come) => {
    expect(nextOpen(post, at(now))).toEqual(at(come));
  });

  it('is not in a closure, and now where nobody knows when the post opens', () => {
    const closures = [{ from: at('2026-01-19T08:00'), to: at('2026-01-19T14:00') }];
    expect(nextOpen({ ...post, closures }, at('2026-01-19T10:00'))).toEqual(at('2026-01-19T14:00'));
    expect(nextOpen({ ...post, openingHours: [] }, at('2026-01-19T10:00'))).toEqual(at('2026-01-19T10:00'));
  });
});
