import { isId, newId } from './ids.js';

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a new identifier', () => {
  const ids = Array.from({ length: 20_000 }, newId);

  it('is a UUID of version 7 and carries the time', () => {
    expect(ids.every((id) => isId(id) && VERSION_7.test(id))).toBe(true);
    expect(
      Math.abs(Date.now() - Number.parseInt(ids.at(-1)!.replace('-', '').slice(0, 12), 16)),
    ).toBeLessThan(60_000);
  });

  it('is greater than all before it, also within a millisecond and where the clock was put back', () => {
    const clock = Date.now;
    Date.now = () => clock() - 3_600_000;
    const later = [newId(), newId()];
    Date.now = clock;
    const all = [...ids, ...later, newId()];
    expect(all.toSorted()).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });

  it('cannot be guessed from the one before', () => {
    const ends = ids.map((id) => id.slice(-12));
    expect(new Set(ends).size).toBe(ends.length);
  });
});
