import { compare } from '../comparison.js';
import { featuresOf } from '../features.js';
import { DEFAULT_MODEL, outcome, score } from '../model.js';

const one = {
  birthDate: { year: 1990, month: 3, day: 12 },
  phones: ['0812-0000-0001'],
  mothersName: 'Siti Contoh Wati',
  town: 'Cirebon',
};
const scored = (a: string, b: string, documents?: string[]) =>
  score(
    compare(
      featuresOf({ ...one, names: { full: a }, documents }),
      featuresOf({ ...one, names: { full: b }, documents }),
    ),
    DEFAULT_MODEL,
  );

describe('twins', () => {
  it.each([
    ['Rina Contoh', 'Rini Contoh'],
    ['Hasan Contoh', 'Husin Contoh'],
    ['Surya Contoh', 'Yoga Contoh'],
  ])('are never proposed as one person without an officer: %s and %s', (a, b) => {
    expect(outcome(scored(a, b).probability)).not.toBe('same');
  });

  it('are told from one person by a document', () => {
    expect(outcome(scored('Surya Contoh', 'Yoga Contoh', ['A0000001']).probability)).toBe('same');
  });

  it('are no likelier where one letter stands for a word than where the word is left out', () => {
    const bits = (a: string, b: string) => scored(a, b).bits;
    expect(bits('Surya Contoh', 'Surya Contoh')).toBeGreaterThan(bits('Surya Contoh', 'S. Contoh'));
    expect(bits('Surya Contoh', 'S. Contoh')).toBeGreaterThan(bits('Surya Contoh', 'Y. Contoh'));
  });
});
