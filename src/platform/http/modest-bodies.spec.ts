import { isModest } from './modest-bodies.js';

describe('what was sent', () => {
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;

  it('may be nothing, a value, a form, or a file', () => {
    for (const body of [undefined, null, 'x', 1, {}, { people: [{ name: 'Budi' }] }, Buffer.alloc(100_000)])
      expect(isModest(body)).toBe(true);
  });

  it('has no more values than any form', () => {
    expect(isModest({ needs: Array(4998).fill('x') })).toBe(true);
    expect(isModest({ needs: Array(4999).fill('x') })).toBe(false);
    expect(isModest(Array(60_000).fill({}))).toBe(false);
  });

  it('is no deeper than any form, however deep', () => {
    expect(isModest(nested(13))).toBe(true);
    expect(isModest(nested(14))).toBe(false);
    expect(isModest(nested(100_000))).toBe(false);
  });
});
