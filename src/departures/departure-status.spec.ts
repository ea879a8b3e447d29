import fc from 'fast-check';
import { DEPARTURE_TRANSITIONS, departureMayBecome, type DepartureStatus } from './departure-status.js';

const STATUSES = Object.keys(DEPARTURE_TRANSITIONS) as DepartureStatus[];
const status = fc.constantFrom(...STATUSES);

describe('the status of a departure', () => {
  it('goes from planned to arrived, one step after another', () => {
    const way: DepartureStatus[] = ['planned', 'cleared', 'boarded', 'departed', 'arrived'];
    way.slice(1).forEach((to, before) => expect(departureMayBecome(way[before]!, to)).toBe(true));
  });

  it('never skips clearance or boarding', () => {
    for (const from of STATUSES) {
      expect(departureMayBecome(from, 'boarded')).toBe(from === 'cleared');
      expect(departureMayBecome(from, 'departed')).toBe(from === 'boarded');
      expect(departureMayBecome(from, 'arrived')).toBe(from === 'departed');
    }
  });

  it('cannot be missed once it has left', () => {
    for (const from of ['departed', 'arrived', 'missed'] as const)
      expect(departureMayBecome(from, 'missed')).toBe(false);
  });

  it('never comes back to where it was, however it goes', () => {
    fc.assert(
      fc.property(status, fc.array(fc.nat(), { maxLength: 10 }), (start, choices) => {
        const seen = [start];
        for (const choice of choices) {
          const next = DEPARTURE_TRANSITIONS[seen.at(-1)!];
          if (next.length === 0) break;
          seen.push(next[choice % next.length]!);
        }
        expect(new Set(seen).size).toBe(seen.length);
      }),
    );
  });
});
