import { compare } from './comparison.js';
import { estimateModel } from './estimation.js';
import { featuresOf } from './features.js';

const FAMILIES = 30;
const GIVEN = ['Karto', 'Wulan', 'Budi', 'Rina', 'Agus', 'Dewi', 'Slamet', 'Tuti', 'Joko', 'Endah'];
const MOTHERS = ['Aminah', 'Hasanah', 'Rukmini'];

/** One of two children of one mother, with one phone, other names and four years between them. */
const child = (n: number, which: 0 | 1) =>
  featuresOf({
    names: { full: GIVEN[(n + 5 * which) % GIVEN.length]! },
    birthDate: { year: 1980 + (n % 20) + 4 * which, month: 1 + (n % 12), day: 1 + ((n + 9 * which) % 28) },
    sex: which === 0 ? 'M' : 'F',
    town: 'Medan',
    phones: [`0812-0000-${1000 + n}`],
    mothersName: `${MOTHERS[n % 3]} ${GIVEN[Math.floor(n / 3)]}`,
  });

describe('weights that are estimated', () => {
  it('count twice as many relatives as are seen: those with neither one phone nor one mother look like strangers', () => {
    const families = Array.from({ length: FAMILIES }, (_, n) => [child(n, 0), child(n, 1)] as const);
    const records = families.flat();
    const pairsInAll = (records.length * (records.length - 1)) / 2;
    const { household } = estimateModel({
      records,
      random: families.slice(1).map(([one], n) => compare(one, families[n]![1])),
      candidates: families.map(([one, other]) => compare(one, other)),
      pairsInAll,
    });
    const relatives = household.prior * pairsInAll;
    expect(relatives).toBeGreaterThan(1.8 * FAMILIES);
    expect(relatives).toBeLessThanOrEqual(2 * FAMILIES);
  });
});
