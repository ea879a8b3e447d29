import fc from 'fast-check';
import { MILESTONES } from '../journey/milestones.js';
import { withholdStages } from './withhold-stages.js';

const stagesOf = (people: readonly number[]) =>
  people.map((count, i) => ({ stage: MILESTONES[i]!, people: count, medianMinutes: 1, oldestMinutes: 2 }));
const shown = (people: readonly number[]) => withholdStages(stagesOf(people)).map(({ people }) => people);

describe('stages shown to who may not see persons', () => {
  it('lack the small ones and the next smallest, so that no total gives one back', () => {
    expect(shown([0, 3, 40, 9])).toEqual([0, null, 40, null]);
    expect(shown([1, 1, 40, 9])).toEqual([null, null, 40, null]);
    expect(shown([2, 4, 40, 9])).toEqual([null, null, 40, 9]);
    expect(shown([0, 5, 40, 9])).toEqual([0, 5, 40, 9]);
    expect(shown([0, 3, 0, 0])).toEqual([0, null, 0, 0]);
  });

  it('never hide one alone where there is another, nor few together where there are more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: MILESTONES.length }), (people) => {
        const answer = shown(people);
        expect(answer.every((count, i) => count === null || count === people[i])).toBe(true);
        expect(answer.some((count) => count !== null && count > 0 && count < 5)).toBe(false);
        const hidden = people.filter((_, i) => answer[i] === null);
        const visible = answer.some((count) => count !== null && count > 0);
        const sum = hidden.reduce((total, count) => total + count, 0);
        if (hidden.length > 0 && visible) expect(hidden.length > 1 && sum >= 5).toBe(true);
      }),
    );
  });
});
