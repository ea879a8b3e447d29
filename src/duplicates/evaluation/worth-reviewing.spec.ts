import { worthReviewing } from './worth-reviewing.js';

const pair = (a: number, b: number, probability: number) => ({ a, b, probability, bits: 0 });

describe('worthReviewing', () => {
  it('shows what is at least as likely as not, likeliest first', () => {
    expect(worthReviewing([pair(0, 1, 0.9), pair(2, 3, 0.5), pair(4, 5, 0.49)], 1000)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('shows no more than officers have time for', () => {
    const many = Array.from({ length: 50 }, (_, n) => pair(2 * n, 2 * n + 1, 0.9));
    expect(worthReviewing(many, 100)).toHaveLength(5);
  });
});
