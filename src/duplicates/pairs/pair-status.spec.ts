import { AFTER_UNDOING, DECISIONS, mayDecide, PAIR_STATUSES, PAIR_TRANSITIONS } from './pair-status.js';

describe('a pair', () => {
  it('waits for any decision', () => {
    expect(DECISIONS.filter((decision) => mayDecide('open', decision))).toEqual(DECISIONS);
  });

  it('that was merged is not decided on again before the merge is undone', () => {
    expect(DECISIONS.filter((decision) => mayDecide('same', decision))).toEqual([]);
    expect(DECISIONS.filter((decision) => mayDecide(AFTER_UNDOING, decision))).toContain('same');
  });

  it('is never decided to be what it is already', () => {
    for (const status of PAIR_STATUSES) expect(PAIR_TRANSITIONS[status]).not.toContain(status);
  });
});
