import fc from 'fast-check';
import { NEEDS, type Need } from '../registrations/needs.js';
import { assessBand, type BandFacts } from './assessment-rule.js';
import { BAND_RANK } from './band.js';

const facts = (overrides: Partial<BandFacts> = {}): BandFacts => ({
  needs: [],
  birthYear: 1990,
  thisYear: 2026,
  ...overrides,
});

const anyFacts: fc.Arbitrary<BandFacts> = fc.record({
  needs: fc.subarray<Need>([...NEEDS]),
  birthYear: fc.option(fc.integer({ min: 1906, max: 2026 })),
  thisYear: fc.constant(2026),
});

describe('the band by rule', () => {
  it.each<[string, Partial<BandFacts>, string, string[]]>([
    ['nothing reported', {}, 'standard', []],
    ['no birth year', { birthYear: null }, 'standard', []],
    ['ill', { needs: ['injured-or-ill'] }, 'high', ['injured-or-ill']],
    ['in danger', { needs: ['danger-now'] }, 'urgent', ['danger-now']],
    [
      'ill and in danger, the most pressing first',
      { needs: ['injured-or-ill', 'danger-now'] },
      'urgent',
      ['danger-now', 'injured-or-ill'],
    ],
    ['17 this year', { birthYear: 2009 }, 'high', ['minor-by-birth-year']],
    ['18 this year, so perhaps still 17', { birthYear: 2008 }, 'high', ['minor-by-birth-year']],
    ['19 this year, so surely 18', { birthYear: 2007 }, 'standard', []],
    [
      'a minor who is alone',
      { birthYear: 2012, needs: ['unaccompanied-minor'] },
      'urgent',
      ['unaccompanied-minor'],
    ],
    [
      'a minor who is ill',
      { birthYear: 2012, needs: ['injured-or-ill'] },
      'high',
      ['injured-or-ill', 'minor-by-birth-year'],
    ],
    ['64 this year', { birthYear: 1962 }, 'standard', []],
    ['65 this year', { birthYear: 1961 }, 'high', ['elderly-by-birth-year']],
    ['65 and said so', { birthYear: 1961, needs: ['elderly'] }, 'high', ['elderly']],
  ])('%s', (_, overrides, band, reasons) => {
    expect(assessBand(facts(overrides))).toEqual({ band, reasons });
  });

  it('is never lowered by another need, and says each reason once', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom<Need>(...NEEDS), (known, need) => {
        const before = assessBand(known);
        const after = assessBand({ ...known, needs: [...new Set([...known.needs, need])] });
        expect(BAND_RANK[after.band]).toBeLessThanOrEqual(BAND_RANK[before.band]);
        expect(new Set(after.reasons).size).toBe(after.reasons.length);
        expect(after.reasons).toContain(need);
      }),
    );
  });

  it('has a reason exactly when it is above standard', () => {
    fc.assert(
      fc.property(anyFacts, (known) => {
        const { band, reasons } = assessBand(known);
        expect(reasons.length > 0).toBe(band !== 'standard');
      }),
    );
  });
});
