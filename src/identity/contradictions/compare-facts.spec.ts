import fc from 'fast-check';
import { readMrz } from '../../platform/icao/mrz.js';
import { contradictions, factsOfMrz, type Facts, type Reported } from './compare-facts.js';
import { namesDiffer } from './names-differ.js';

const reported: Reported = {
  fullName: 'Siti Nurhaliza Contoh',
  birthDate: { year: 1995, month: 3, day: 7 },
  sex: 'F',
  passportNumbers: ['X1234567'],
};
const at = { today: '2026-01-16', country: 'IDN' };
const found = (facts: Facts) => contradictions(facts, reported, at);

describe('names', () => {
  it.each([
    ['Siti Contoh', 'CONTOH SITI', false],
    ['Muhammad Contoh', 'MOHAMMAD CONTOH', false],
    ['Siti Contoh', 'SITI NURHALIZA CONTOH', false],
    ['Nilavadhanananda Contoh', 'NILAVADHANANAN CONTOH', false],
    ['Müller', 'MUELLER', false],
    ["O'Connor", 'OCONNOR', false],
    ['Siti Contoh', 'BUDI CONTOH', true],
    ['Siti', 'Sari', true],
    ['Siti Contoh', 'Siti Rahayu', true],
  ])('%s and %s differ: %s', (one, other, differ) => {
    expect(namesDiffer(one, other)).toBe(differ);
    expect(namesDiffer(other, one)).toBe(differ);
  });

  it('never differ from themselves, in any order of their parts', () => {
    const part = fc.stringMatching(/^[A-Z][a-z]{0,11}$/);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) =>
        expect(namesDiffer(parts.join(' '), [...parts].reverse().join(' '))).toBe(false),
      ),
    );
  });
});

describe('facts against what was reported', () => {
  it('agree where they say the same, or nothing', () => {
    expect(found({})).toEqual([]);
    expect(
      found({
        fullName: 'CONTOH SITI NURHALIZA',
        birthDate: { year: 1995, month: null, day: 7 },
        sex: 'X',
        passportNumber: 'x 1234567',
        nationality: 'IDN',
        expiryDate: '2026-01-16',
      }),
    ).toEqual([]);
  });

  it.each<[string, Facts]>([
    ['name-differs', { fullName: 'BUDI SANTOSO' }],
    ['birth-date-differs', { birthDate: { year: 1995, month: 4, day: null } }],
    ['sex-differs', { sex: 'M' }],
    ['number-differs', { passportNumber: 'X1234568' }],
    ['nationality-differs', { nationality: 'MYS' }],
    ['document-expired', { expiryDate: '2026-01-15' }],
  ])('raise %s', (code, facts) => expect(found(facts)).toEqual([code]));

  it('are read from a passport', () => {
    const reading = readMrz(
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
      () => true,
    );
    if (!reading.ok) throw new Error('unreadable');
    expect(factsOfMrz(reading.fields, '2026-01-16')).toEqual({
      fullName: 'ERIKSSON ANNA MARIA',
      birthDate: { year: 1974, month: 8, day: 12 },
      sex: 'F',
      issuer: 'UTO',
      nationality: 'UTO',
      passportNumber: 'L898902C3',
      documentNumber: 'L898902C3',
      expiryDate: '2012-04-15',
    });
  });
});
