import fc from 'fast-check';
import { DuePeople } from './due-people.js';

const MINUTES = 40;
const rate = (each: number) => Float64Array.from({ length: MINUTES }, (_, i) => each * (i + 1));
const few = new Float64Array(MINUTES).fill(3);

describe('DuePeople', () => {
  it('does not keep what counters did not use: an hour of idling is no room for a crowd', () => {
    const people = new DuePeople(new Float64Array(MINUTES), rate(1), few, 2, 0);
    for (let i = 0; i < 6; i++) people.add(people.firstRoom(30, 1), 1);
    expect(people.firstRoom(30, 1)).toBe(31);
  });

  it('never lets more be due and waiting than wanted, and finds the earliest room', () => {
    const wish = fc.record({
      from: fc.integer({ min: 0, max: MINUTES - 1 }),
      chance: fc.double({ min: 0.1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
        const people = new DuePeople(new Float64Array(MINUTES), rate(0.8), few, 2, 0);
        const due = new Float64Array(MINUTES);
        for (const { from, chance } of wishes) {
          const minute = people.firstRoom(from, chance);
          if (minute < 0) continue;
          expect(minute).toBeGreaterThanOrEqual(from);
          people.add(minute, chance);
          due[minute]! += chance;
        }
        let waiting = 0;
        for (const each of due) {
          waiting = Math.max(-2, waiting + each - 0.8);
          expect(waiting).toBeLessThanOrEqual(3 + 1e-6);
        }
      }),
    );
  });
});
