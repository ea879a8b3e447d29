import fc from 'fast-check';
import { blockingKeys } from './blocking-keys.js';
import { compare } from './comparison.js';
import { featuresOf } from './features.js';
import type { MatchingRecord } from './matching-record.js';
import { DEFAULT_MODEL, outcome, score } from './model.js';
import { kinOf, profileOfRelatives } from './weights/relatives.js';
import { mayBeTwins } from './weights/twins.js';

const words = fc.array(
  fc.constantFrom('Siti', 'Aminah', 'Soekarno', 'Hasan', 'Husen', 'Moh.', 'Nurhayati', 'Nur', 'Hayati', 'B.'),
  {
    minLength: 1,
    maxLength: 4,
  },
);
const record: fc.Arbitrary<MatchingRecord> = fc.record({
  names: words.map((list) => ({ full: list.join(' ') })),
  birthDate: fc.option(
    fc.record({
      year: fc.integer({ min: 1950, max: 1953 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { nil: undefined },
  ),
  town: fc.constantFrom(undefined, 'Surabaya', 'Kota Surabaya', 'Jaksel'),
  phones: fc.subarray(['0812-0000-0001', '+62 812 0000 0001', '0812-0000-0002']),
});
const bits = (a: MatchingRecord, b: MatchingRecord) =>
  score(compare(featuresOf(a), featuresOf(b)), DEFAULT_MODEL).bits;
const named = (full: string): MatchingRecord => ({ names: { full } });

describe('comparing two records', () => {
  it('weighs the same whichever comes first', () => {
    fc.assert(fc.property(record, record, (a, b) => expect(bits(a, b)).toBeCloseTo(bits(b, a), 6)));
  });

  it('does not depend on the order of a name, nor do the keys', () => {
    fc.assert(
      fc.property(words, record, (list, other) => {
        const [forth, back] = [named(list.join(' ')), named([...list].reverse().join(' '))];
        expect(bits(forth, other)).toBeCloseTo(bits(back, other), 6);
        expect(blockingKeys(featuresOf(forth)).sort()).toEqual(blockingKeys(featuresOf(back)).sort());
      }),
    );
  });

  it.each([
    ['Soeharto Tjahjono', 'Suharto Cahyono'],
    ['Mochamad Djoko', 'Moh. Joko'],
    ['Abdoel Rachman', 'Abd. Rahman'],
    ['Sjarifoeddin', 'Syarifuddin'],
  ])('gives %s and %s a key in common', (one, other) => {
    const born = { birthDate: { year: 1956, month: 4, day: 9 } };
    const keys = new Set(
      blockingKeys(featuresOf({ ...named(one), ...born })).filter((key) => !key.startsWith('dt:')),
    );
    expect(blockingKeys(featuresOf({ ...named(other), ...born })).some((key) => keys.has(key))).toBe(true);
  });

  it('weighs more where more agrees', () => {
    const whole = {
      ...named('Siti Contoh'),
      birthDate: { year: 1956, month: 4, day: 9 },
      phones: ['0812-0000-0001'],
    };
    const otherPhone = { ...whole, phones: ['0813-1111-2222'] };
    const otherDay = { ...otherPhone, birthDate: { year: 1971, month: 11, day: 20 } };
    expect(bits(whole, whole)).toBeGreaterThan(bits(whole, otherPhone));
    expect(bits(whole, otherPhone)).toBeGreaterThan(bits(whole, otherDay));
  });

  it('weighs a name of one word more where neither has a word more', () => {
    const whole = bits(named('Pangestu'), named('Pangestu'));
    expect(whole).toBeGreaterThan(bits(named('Pangestu'), named('Pangestu Contoh')) + 3);
  });

  it('takes a year that is guessed for less against one person than one that is told', () => {
    const born = (birthDate: MatchingRecord['birthDate']) => ({ ...named('Pangestu Contoh'), birthDate });
    const told = born({ year: 1960, month: 4, day: 9 });
    expect(bits(told, born({ year: 1958 }))).toBeGreaterThan(
      bits(told, born({ year: 1958, month: 7, day: 2 })),
    );
  });

  it('takes brothers of one household for two people, and says what spoke against', () => {
    const hasan = {
      ...named('Hasan Contoh'),
      birthDate: { year: 1990, month: 3, day: 12 },
      phones: ['0812-0000-0001'],
      mothersName: 'Siti Contoh',
    };
    const budi = { ...hasan, names: { full: 'Budi Contoh' }, birthDate: { year: 1993, month: 7, day: 2 } };
    const { probability, reasons } = score(compare(featuresOf(hasan), featuresOf(budi)), DEFAULT_MODEL);
    expect(outcome(probability)).toBe('different');
    expect(reasons.find(({ field }) => field === 'birthDate')?.bits).toBeLessThan(0);
  });

  it.each([
    ['Dewi Eko', 'Euis Eko', 'different'],
    ['Siti Aminah', 'Aminah', 'exact'],
    ['Karto bin Slamet', 'Karto Wibowo', 'extra'],
    ['Karto bin Slamet', 'Karto bin Ramli', 'different'],
    ['Suprehatin', 'Suprihatin', 'sound'],
    ['Paini binti Eko', 'Paini', 'exact'],
    ['K. Paini', 'Paini', 'extra'],
    ['Tj. Paini', 'Cecep Paini', 'initial'],
    ['Khadjah Paini', 'Khadijah Paini', 'typo'],
    ['Haryatihesti', 'Hesti', 'part'],
    ['M. Hesti', 'Hartini Hesti', 'extra'],
    ['Wahyu', 'Wijaya', 'half'],
    ['Wahyu Setiawan', 'Wahyu Wan', 'called'],
    ['Koncoro', 'Kuncurp', 'half'],
    ['Siti Anikah', 'Sitisanekah', 'joined-typo'],
  ])('compares %s and %s as %s', (one, other, level) => {
    const [name] = compare(featuresOf(named(one)), featuresOf(named(other))).fields;
    expect(name?.level).toBe(level);
  });

  it.each([
    ['Tjilatjap', 'Cilacap', 'sound'],
    ['Kab. Lombok Tengah', 'Loteng', 'exact'],
  ])('compares the towns %s and %s as %s', (one, other, level) => {
    const [a, b] = [one, other].map((town) => featuresOf({ ...named('Paini'), town }));
    expect(compare(a!, b!).fields.find(({ field }) => field === 'town')?.level).toBe(level);
  });

  it('takes the number of an office, which many give, for nothing that speaks against one person', () => {
    const [own, office] = ['812000001', '215550101'];
    const counted = { ...DEFAULT_MODEL, terms: { phone: { total: 5000, counts: { [office]: 200 } } } };
    const of = (phone: string) => featuresOf({ ...named('Lilis Contoh'), phones: phone ? [phone] : [] });
    const weighed = (a: string, b: string) => score(compare(of(a), of(b)), counted).bits;
    expect(weighed(own, office)).toBe(weighed(own, ''));
    expect(weighed(own, '813111122')).toBeLessThan(weighed(own, ''));
    expect(weighed(own, own)).toBeGreaterThan(weighed(office, office) + 5);
  });

  it.each([
    ['Hasan Wibowo', 'Husen Wibowo', true],
    ['Dinahartono', 'Dina Hartini', true],
    ['Dewianisa', 'Dewa Anisa', true],
    ['Rini', 'Rena', true],
    ['Andi Contoh', 'Anto Contoh', true],
    ['Hasan Wibowo', 'Hasan Wibowo', false],
  ])('holds %s and %s for twins of like names: %s', (one, other, held) => {
    const of = (full: string) => featuresOf({ ...named(full), mothersName: 'Siti Contoh' });
    expect(mayBeTwins(compare(of(one), of(other)), DEFAULT_MODEL.terms)).toBe(held);
  });

  it('takes a part of the name that families share for little, and two words that agree for much', () => {
    const kin = (full: string) => ({
      ...named(full),
      phones: ['0812-0000-0001'],
      town: 'Medan',
      mothersName: 'Siti Contoh',
    });
    const whole = bits(kin('Lilis Siregar'), kin('Lilis Siregar Contoh'));
    expect(whole).toBeGreaterThan(bits(kin('Siregar'), kin('Lilis Siregar')) + 3);
  });

  it('learns from reports of one person nothing about how alike the names of relatives are', () => {
    const of = (full: string, day: number) =>
      featuresOf({
        ...named(full),
        birthDate: { year: 1990, month: day, day },
        town: 'Medan',
        mothersName: 'Siti Aminah',
        documents: ['C1234567'],
      });
    // one document: whoever errs in the day of birth is one person all the same
    const pairs = Array.from({ length: 9 }, (_, n) =>
      compare(of(`Karto Contoh${'abcdefghi'[n]}`, 1), of(`Kartu Contoh${'abcdefghi'[n]}`, 9)),
    );
    const profile = profileOfRelatives(kinOf(pairs), DEFAULT_MODEL, DEFAULT_MODEL.household.levels);
    expect(kinOf(pairs)).toHaveLength(9);
    expect(profile['name']!['whole-near']).toBeLessThan(
      2 * DEFAULT_MODEL.household.levels['name']!['whole-near']!,
    );
  });
});
