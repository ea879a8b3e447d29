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
    one.flatMap((a) => other.map((b) => compare(featuresOf(a), featuresOf(b)))),
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
});
