import { isSurelyAdult, mayLookAfter } from './guardian-rules.js';

const adult = { id: 'adult', birthYear: 1990, guardianId: null, open: true };
const child = { id: 'child', birthYear: 2015, guardianId: null, open: true };

describe('whom a child is with', () => {
  it.each([
    ['an adult', adult, 0, true],
    ['somebody of unknown age', { ...adult, birthYear: null }, 0, true],
    ['somebody who is 18 this year', { ...adult, birthYear: 2008 }, 0, true],
    ['a minor', { ...adult, birthYear: 2009 }, 0, false],
    ['somebody in care themselves', { ...adult, guardianId: 'another' }, 0, false],
    ['somebody whose case is over', { ...adult, open: false }, 0, false],
    ['itself', child, 0, false],
    ['anybody, where others are with it', adult, 1, false],
  ])('may be %s or not', (_, who, wards, may) => {
    expect(mayLookAfter(who, child, wards, 2026)).toBe(may);
  });

  it('is asked of nobody who is surely of age', () => {
    expect([2007, 2008, null].map((birthYear) => isSurelyAdult({ birthYear }, 2026))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
