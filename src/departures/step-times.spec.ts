import fc from 'fast-check';
import { boardingFrom, earliest, type JourneyTimes, mustSayWhen, stepTimeFault } from './step-times.js';

const at = (text: string) => new Date(text);
const HOUR = 3_600_000;
const journey = (times: Partial<JourneyTimes> = {}): JourneyTimes => ({
  scheduledAt: at('2026-01-26T14:30:00+07:00'),
  boardedAt: null,
  departedAt: null,
  timeZone: 'Asia/Phnom_Penh',
  ...times,
});

describe('when a journey may be said to have got so far', () => {
  it('is boarded from the evening before, where the embassy is', () => {
    expect(boardingFrom(at('2026-01-26T14:30:00+07:00'), 'Asia/Phnom_Penh')).toEqual(
      at('2026-01-25T18:00:00+07:00'),
    );
    // half past midnight there is still the day before in London
    expect(boardingFrom(at('2026-01-26T00:30:00+07:00'), 'Asia/Phnom_Penh')).toEqual(
      at('2026-01-25T18:00:00+07:00'),
    );
    expect(boardingFrom(at('2026-03-29T12:00:00+02:00'), 'Europe/Berlin')).toEqual(
      at('2026-03-28T18:00:00+01:00'),
    );
  });

  it('leaves at most two hours before its time, and never before it was boarded', () => {
    expect(earliest('departed', journey())).toEqual(at('2026-01-26T12:30:00+07:00'));
    const boardedAt = at('2026-01-26T14:45:00+07:00');
    expect(earliest('departed', journey({ boardedAt }))).toEqual(boardedAt);
  });

  it('arrives half an hour after it left at the earliest', () => {
    const departedAt = at('2026-01-26T15:00:00+07:00');
    expect(earliest('arrived', journey({ departedAt }))).toEqual(at('2026-01-26T15:30:00+07:00'));
  });

  it.each([
    ['2026-01-25T17:59:59+07:00', 'too-early'],
    ['2026-01-25T18:00:00+07:00', undefined],
    ['2026-01-26T10:00:00+07:00', undefined],
    ['2026-01-26T10:00:01+07:00', 'still-to-come'],
  ])('boarded at %s: %s', (when, fault) =>
    expect(stepTimeFault('boarded', at(when), journey(), at('2026-01-26T10:00:00+07:00'))).toBe(fault),
  );

  it('has to be told when, an hour after its time; of an arrival nobody knows that hour', () => {
    const now = at('2026-01-26T15:30:01+07:00');
    expect(mustSayWhen('departed', journey(), now)).toBe(true);
    expect(mustSayWhen('departed', journey(), at('2026-01-26T15:30:00+07:00'))).toBe(false);
    expect(mustSayWhen('arrived', journey(), now)).toBe(false);
  });

  it('leaves each step room after the one before, in every zone, also where clocks change', () => {
    const zones = ['Asia/Phnom_Penh', 'Asia/Kathmandu', 'America/St_Johns', 'Europe/Berlin', 'Pacific/Apia'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: at('2020-01-01'), max: at('2035-01-01'), noInvalidDate: true }),
        (timeZone, scheduledAt) => {
          const boardedAt = boardingFrom(scheduledAt, timeZone);
          const before = (scheduledAt.getTime() - boardedAt.getTime()) / HOUR;
          expect(before).toBeGreaterThanOrEqual(5);
          expect(before).toBeLessThan(31);
          const times = journey({ timeZone, scheduledAt, boardedAt });
          const departedAt = earliest('departed', times);
          expect(departedAt.getTime()).toBeGreaterThan(boardedAt.getTime());
          expect(earliest('arrived', { ...times, departedAt }).getTime()).toBeGreaterThan(
            departedAt.getTime(),
          );
        },
      ),
    );
  });
});
