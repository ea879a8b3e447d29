import { CHOSEN_PERIODS, keptFor } from './retention-periods.js';

/** What people are promised, once more: a period that changes here changes in docs/operations.md and in what was promised. */
it('every kind of data is kept as long as it is promised', () => {
  const kept = keptFor({ cases: 730, messages: 90 });
  expect(Object.fromEntries(kept.map(({ kind, days }) => [kind, days]))).toEqual({
    cases: 730,
    messages: 90,
    'travel-document-valid': null,
    'on-the-way': 30,
    'erasure-wish': 1,
    'saved-drafts': 14,
    'list-receipts': 7,
    'repeated-answers': 14,
    sessions: 30,
    audit: null,
  });
  expect(CHOSEN_PERIODS).toEqual({ cases: { least: 30, most: 3650 }, messages: { least: 7, most: 365 } });
});
