import fc from 'fast-check';
import { DateTime } from 'luxon';
import { planSlots, type SlotFacts } from './slot-plan.js';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const open = (opens: string, closes: string, weekdays = EVERY_DAY) =>
  weekdays.map((weekday) => ({ weekday, opens, closes }));
const PHNOM_PENH: SlotFacts = {
  timeZone: 'Asia/Phnom_Penh',
  openingHours: open('09:00', '17:00', [1, 2, 3, 4, 5, 6]),
  holidays: [],
  minutes: 12,
};
const starts = (facts: SlotFacts, now: string, days: number) =>
  planSlots(facts, new Date(now), days).map(({ startsAt }) =>
    DateTime.fromJSDate(startsAt, { zone: facts.timeZone }).toFormat('yyyy-MM-dd HH:mm'),
  );

describe('the plan of slots', () => {
  it('cuts a day into slots of the planned length, in local time', () => {
    const slots = starts(PHNOM_PENH, '2026-01-15T18:00:00Z', 1);
    expect(slots).toHaveLength(40);
    expect([slots[0], slots.at(-1)]).toEqual(['2026-01-16 09:00', '2026-01-16 16:48']);
  });

  it('counts days as the post does, not as UTC does', () => {
    expect(starts(PHNOM_PENH, '2026-01-15T16:59:00Z', 1)).toEqual([]);
    expect(starts(PHNOM_PENH, '2026-01-15T17:00:00Z', 1)[0]).toBe('2026-01-16 09:00');
  });

  it('offers nothing that has begun, and nothing on closed weekdays and holidays', () => {
    expect(starts(PHNOM_PENH, '2026-01-16T09:30:00Z', 1)).toEqual(['2026-01-16 16:36', '2026-01-16 16:48']);
    const days = new Set(
      starts({ ...PHNOM_PENH, holidays: ['2026-01-19'] }, '2026-01-16T17:00:00Z', 4).map((at) =>
        at.slice(0, 10),
      ),
    );
    expect([...days]).toEqual(['2026-01-17', '2026-01-20']);
  });

  it('leaves no slot that would end after closing, and does not plan overlapping hours twice', () => {
    const facts = {
      ...PHNOM_PENH,
      minutes: 25,
      openingHours: [...open('09:00', '10:00'), ...open('09:30', '11:00')],
    };
    expect(starts(facts, '2026-01-15T18:00:00Z', 1).map((at) => at.slice(11))).toEqual([
      '09:00',
      '09:25',
      '09:50',
      '10:15',
    ]);
  });

  it('has an hour of slots less, or more, through the night in which clocks change', () => {
    const berlin = {
      ...PHNOM_PENH,
      timeZone: 'Europe/Berlin',
      minutes: 60,
      openingHours: open('00:00', '06:00'),
    };
    expect(starts(berlin, '2026-03-28T22:59:00Z', 2)).toHaveLength(5);
    expect(starts(berlin, '2026-06-28T21:59:00Z', 2)).toHaveLength(6);
    expect(starts(berlin, '2026-10-24T21:59:00Z', 2)).toHaveLength(7);
  });

  it('opens at the local hour on both sides of a change of clocks', () => {
    const berlin = { ...PHNOM_PENH, timeZone: 'Europe/Berlin', openingHours: open('09:00', '09:12') };
    expect(
      planSlots(berlin, new Date('2026-10-23T22:00:00Z'), 3).map(({ startsAt }) => startsAt.toISOString()),
    ).toEqual(['2026-10-24T07:00:00.000Z', '2026-10-25T08:00:00.000Z', '2026-10-26T08:00:00.000Z']);
  });
});

describe('laws of the plan', () => {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const hours = fc
    .tuple(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 1440 }),
      fc.integer({ min: 0, max: 1440 }),
    )
    .filter(([, a, b]) => a !== b)
    .map(([weekday, a, b]) => ({ weekday, opens: clock(Math.min(a, b)), closes: clock(Math.max(a, b)) }));
  const day = fc
    .integer({ min: 0, max: 20 })
    .map((ahead) => DateTime.utc(2026, 3, 20 + (ahead % 12)).toISODate()!);
  const facts = fc.record<SlotFacts>({
    timeZone: fc.constantFrom(
      'Asia/Phnom_Penh',
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ),
    openingHours: fc.array(hours, { maxLength: 8 }),
    holidays: fc.array(day, { maxLength: 3 }),
    minutes: fc.integer({ min: 3, max: 240 }),
  });
  const around = fc.oneof(
    fc.date({ min: new Date('2026-03-05'), max: new Date('2026-04-10'), noInvalidDate: true }),
    fc.date({ min: new Date('2026-10-01'), max: new Date('2026-11-10'), noInvalidDate: true }),
  );
  const days = fc.integer({ min: 1, max: 14 });

  it('slots follow one another without touching twice, each of the planned length, none already begun', () => {
    fc.assert(
      fc.property(facts, around, days, (given, now, ahead) => {
        let before = now.getTime();
        for (const { startsAt, endsAt } of planSlots(given, now, ahead)) {
          expect(startsAt.getTime()).toBeGreaterThanOrEqual(before);
          expect(startsAt.getTime()).toBeGreaterThan(now.getTime());
          expect(endsAt.getTime() - startsAt.getTime()).toBe(given.minutes * 60_000);
          before = endsAt.getTime();
        }
      }),
    );
  });

  it('every slot lies on an open day within the days asked for', () => {
    fc.assert(
      fc.property(facts, around, days, (given, now, ahead) => {
        const first = DateTime.fromJSDate(now, { zone: given.timeZone }).startOf('day');
        const weekdays = new Set(given.openingHours.map(({ weekday }) => weekday));
        for (const { startsAt } of planSlots(given, now, ahead)) {
          const local = DateTime.fromJSDate(startsAt, { zone: given.timeZone });
          expect(given.holidays).not.toContain(local.toISODate());
          expect(weekdays).toContain(local.weekday);
          expect(local < first.plus({ days: ahead })).toBe(true);
        }
      }),
    );
  });

  it('planning again later gives the same slots, less those that have begun: a repeated run adds none beside', () => {
    fc.assert(
      fc.property(facts, around, fc.integer({ min: 0, max: 20_000 }), (given, now, minutes) => {
        const later = new Date(now.getTime() + minutes * 60_000);
        const end = DateTime.fromJSDate(later, { zone: given.timeZone }).endOf('day').toJSDate();
        const known = new Set(planSlots(given, now, 20).map(({ startsAt }) => startsAt.getTime()));
        for (const { startsAt } of planSlots(given, later, 1)) {
          expect(known).toContain(startsAt.getTime());
          expect(startsAt.getTime()).toBeLessThanOrEqual(end.getTime());
        }
      }),
    );
  });
});
