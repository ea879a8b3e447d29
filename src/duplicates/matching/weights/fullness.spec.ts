import { featuresOf } from '../features.js';
import { DEFAULT_MODEL } from '../model.js';
import { clumping } from './clumps.js';
import { fullnessOfStrangers } from './fullness.js';

const people = (names: string[]) =>
  names.map((full, n) =>
    featuresOf({
      names: { full },
      town: `Contoh ${'abcdefghijkl'[n % 12]}`,
      birthDate: { year: 1950 + ((n * 17) % 50), month: 1 + (n % 12), day: 2 + (n % 27) },
    }),
  );
const of = (many: number, name: (n: number) => string) => Array.from({ length: many }, (_, n) => name(n));
const whole = (names: string[]) =>
  fullnessOfStrangers(people(names), DEFAULT_MODEL)['name.one']!['complete']!.u;

describe('names that agree in all words of the shorter one', () => {
  it('are seldom complete by chance where most names have several words', () => {
    const mostlyLong = of(100, (n) => (n % 10 === 0 ? 'Pangestu' : 'Pangestu Contoh Wati'));
    expect(whole(mostlyLong)).toBeLessThan(0.05);
    expect(whole(of(100, () => 'Pangestu'))).toBeGreaterThan(0.8);
  });

  it('agree in two words oftener than by chance where peoples have names of their own', () => {
    const [east, west] = [
      ['wayan', 'sukerti'],
      ['bonar', 'tigor'],
    ] as const;
    const mixed = of(160, (n) => [...east, ...west][n % 4]! + ' ' + [...west, ...east][(n >> 2) % 4]!);
    const apart = of(160, (n) => (n % 2 ? east : west).join(' '));
    const clumps = (names: string[]) => clumping(people(names), ({ name }) => name);
    expect(clumps(apart)).toBeGreaterThan(1.5 * clumps(mixed));
  });
});
