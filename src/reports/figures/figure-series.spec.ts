import { toDays } from './figure-series.js';

describe('laying out counts by day', () => {
  const rows = [
    { milestone: 'registered' as const, day: '2026-01-16', people: 3 },
    { milestone: 'registered' as const, day: '2026-01-18', people: 5 },
    { milestone: 'document-issued' as const, day: '2026-01-18', people: 1 },
  ];

  it('begins with the first count, leaves no day out and adds up', () => {
    const days = toDays(rows, '2026-01-18', '2026-01-19');
    expect(
      days.map(({ day, ofTheDay, cumulative }) => [day, ofTheDay.registered, cumulative.registered]),
    ).toEqual([
      ['2026-01-16', 3, 3],
      ['2026-01-17', 0, 3],
      ['2026-01-18', 5, 8],
      ['2026-01-19', 0, 8],
    ]);
    expect(days.at(-1)!.cumulative['documents-issued']).toBe(1);
  });

  it('counts nothing after the last day, and shows days before the first count', () => {
    expect(toDays(rows, '2026-01-15', '2026-01-16').map(({ cumulative }) => cumulative.registered)).toEqual([
      0, 3,
    ]);
  });
});
