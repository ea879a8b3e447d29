import { periodFault, periodOf } from './period.js';

describe('the days of a report', () => {
  const today = '2026-01-20';

  it('are two weeks up to today where nobody says otherwise', () => {
    expect(periodOf({}, today)).toEqual({ from: '2026-01-07', to: today });
    expect(periodOf({ to: '2026-01-16' }, today)).toEqual({ from: '2026-01-03', to: '2026-01-16' });
  });

  it.each([
    ['2026-01-20', '2026-01-20', undefined],
    ['2026-01-20', '2026-01-21', 'in-the-future'],
    ['2026-01-20', '2026-01-19', 'before-start'],
    ['2025-01-20', '2026-01-20', undefined],
    ['2025-01-19', '2026-01-20', 'too-long-ago'],
  ])('%s to %s: %s', (from, to, code) => expect(periodFault({ from, to }, today)?.code).toBe(code));
});
