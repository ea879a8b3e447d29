import { drawLot, drawLots } from './lot.js';

describe('a lot', () => {
  it('falls on each alike: within five standard deviations of a fair share', () => {
    const [people, draws] = [5, 5000];
    const counts = Array.from({ length: people }, () => 0);
    for (let i = 0; i < draws; i++) counts[drawLot([0, 1, 2, 3, 4])!]! += 1;
    const share = draws / people;
    const deviation = Math.sqrt(share * (1 - 1 / people));
    for (const count of counts) expect(Math.abs(count - share)).toBeLessThan(5 * deviation);
  });

  it('takes none twice and never more than there are', () => {
    const drawn = drawLots(['a', 'b', 'c', 'd'], 3);
    expect(new Set(drawn).size).toBe(3);
    expect(drawLots(['a'], 3)).toEqual(['a']);
    expect(drawLot([])).toBeUndefined();
  });
});
