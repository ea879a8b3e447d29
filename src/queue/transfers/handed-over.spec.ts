import fc from 'fast-check';
import { PROTECTION, SKILL_FORM } from '../skills/skills.js';
import { type HandOver, needsAfter } from './handed-over.js';

const NEEDS = [PROTECTION, 'language:my', 'service:identity'];

describe('what a person needs once handed over', () => {
  it('is what the officer chose, in place of what it replaces', () => {
    expect(needsAfter(NEEDS, { counterId: 'any' })).toEqual([PROTECTION]);
    expect(needsAfter(NEEDS, { service: 'travel-document' })).toEqual([
      PROTECTION,
      'language:my',
      'service:travel-document',
    ]);
    expect(needsAfter(NEEDS, { skill: 'language:km' })).toEqual([...NEEDS, 'language:km']);
  });

  it('never loses that the case is one of protection, and stays in the form that is kept', () => {
    const anyTarget = fc.constantFrom<HandOver>(
      { counterId: 'any' },
      { service: 'protection' },
      { skill: PROTECTION },
      { skill: 'language:th' },
    );
    fc.assert(
      fc.property(fc.subarray(NEEDS), anyTarget, (needs, to) => {
        const after = needsAfter(needs, to);
        expect(after.includes(PROTECTION)).toBe(
          needs.includes(PROTECTION) || ('skill' in to && to.skill === PROTECTION),
        );
        expect(new Set(after).size).toBe(after.length);
        for (const need of after) expect(need).toMatch(SKILL_FORM);
      }),
    );
  });
});
