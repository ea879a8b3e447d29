import fc from 'fast-check';
import { BLANK_STATUSES, BLANK_TRANSITIONS, blankMayBecome } from './blank-status.js';

const status = fc.constantFrom(...BLANK_STATUSES);

describe('the states of a blank', () => {
  it('never lead back into stock', () => {
    fc.assert(fc.property(status, (from) => !blankMayBecome(from, 'in-stock')));
  });

  it('end: no way leads in a circle', () => {
    const longest = (from: (typeof BLANK_STATUSES)[number]): number =>
      Math.max(0, ...BLANK_TRANSITIONS[from].map((to) => 1 + longest(to)));
    expect(longest('in-stock')).toBe(3);
  });

  it('keep what is stolen or destroyed as it is', () => {
    fc.assert(fc.property(status, (to) => !blankMayBecome('stolen', to) && !blankMayBecome('destroyed', to)));
  });
});
