import fc from 'fast-check';
import { arrivalTimes } from './arrival-profile.js';

describe('arrivalTimes', () => {
  it('has everyone, in order, within the period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (people) => {
        const times = arrivalTimes(people);
        expect(times).toHaveLength(people);
        expect(times.every((time) => time > 0 && time < 1)).toBe(true);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });

  it('keeps the proportions of the days', () => {
    const perDay = [0, 0, 0, 0, 0, 0];
    for (const time of arrivalTimes(1441)) perDay[Math.floor(time * 6)]! += 1;
    expect(perDay).toEqual([122, 121, 65, 520, 344, 269]);
  });
});
