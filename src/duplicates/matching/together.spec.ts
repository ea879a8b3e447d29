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
const levelOf = (field: string, one: MatchingRecord[], other: MatchingRecord[]) =>
  joint(one, other).fields.find((known) => known.field === field)?.level;

describe('two groups of reports, compared as one pair', () => {
  it('takes of several pairs what agrees most in each field', () => {
    const phones = ['0812-0000-0001'];
    const reports = [report('Lilis Contoh', { birthDate: born }), report('Lilis Contoh', { phones })];
    const third = report('Lilis Contoh', { birthDate: born, phones });
    const { bits } = score(joint(reports, [third]), DEFAULT_MODEL);
    for (const one of reports) expect(bits).toBeGreaterThan(score(joint([one], [third]), DEFAULT_MODEL).bits);
  });

  it('takes a report that leaves a word out for no proof against one that tells another word', () => {
    const surya = [report('Surya Contoh'), report('Contoh')];
    expect(levelOf('name', surya, [report('Contoh'), report('Yoga Contoh')])).toBe('different');
    expect(levelOf('name', surya, [report('Contoh')])).toBe('exact');
    expect(levelOf('name', surya, [report('Yoga Contoh'), report('Suryacontoh')])).toBe('joined');
  });

  it('takes a report that knows the year alone for no proof against one that knows the day', () => {
    const known = report('Lilis Contoh', { birthDate: born });
    const another = report('Lilis Contoh', { birthDate: { year: 1956, month: 11, day: 21 } });
    const vague = report('Lilis Contoh', { birthDate: { year: 1956 } });
    expect(levelOf('birthDate', [known], [vague, another])).toBe('year');
    expect(levelOf('birthDate', [known], [vague])).toBe('year-only');
  });
});
