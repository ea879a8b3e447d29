import { compare } from './comparison.js';
import { featuresOf } from './features.js';
import type { MatchingRecord } from './matching-record.js';
import { DEFAULT_MODEL, score } from './model.js';
import { together } from './together.js';

const born = { year: 1956, month: 4, day: 9 };
const report = (full: string, more: Partial<MatchingRecord> = {}): MatchingRecord => ({
  names: { full },
  ...more,
});
const joint = (one: MatchingRecord[], other: MatchingRecord[]) =>
  together(
    one.flatMap((first, a) =>
      other.map((second, b) => ({ a, b, comparison: compare(featuresOf(first), featuresOf(second)) })),
    ),
    DEFAULT_MODEL,
  );

describe('two groups of reports, compared as one pair', () => {
  it('takes of several pairs what agrees most in each field', () => {
    const phones = ['0812-0000-0001'];
    const reports = [report('Lilis Contoh', { birthDate: born }), report('Lilis Contoh', { phones })];
    const third = report('Lilis Contoh', { birthDate: born, phones });
    const { bits } = score(joint(reports, [third]), DEFAULT_MODEL);
    for (const one of reports) expect(bits).toBeGreaterThan(score(joint([one], [third]), DEFAULT_MODEL).bits);
  });

  it('takes days of birth that differ for more where two reports of either say so', () => {
    const one = report('Lilis Contoh', { birthDate: born });
    const other = report('Lilis Contoh', { birthDate: { year: 1983, month: 11, day: 22 } });
    const bits = (first: MatchingRecord[], second: MatchingRecord[]) =>
      score(joint(first, second), DEFAULT_MODEL).bits;
    expect(bits([one, one], [other])).toBe(bits([one], [other]));
    expect(bits([one, one], [other, report('Lilis Contoh')])).toBe(bits([one], [other]));
    expect(bits([one, one], [other, other])).toBeLessThan(bits([one], [other]) - 3);
    expect(bits([one, one], [one, one])).toBe(bits([one], [one]));
  });
});
