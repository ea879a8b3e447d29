import type { RegistryPerson, RegistryQuestion } from '../identity/registry/citizen-registry.js';
import { foldDocumentNumber, foldName } from '../registrations/person-index.js';
import { madeUpPerson } from '../rehearsal/made-up-people.js';
import { randomNumbers } from '../rehearsal/random-numbers.js';

/** The people whom `npm run surge` and the pictures of a lively day make up: same seeds, same people. */
const MADE_UP = [
  { seed: 1, people: 1440 },
  { seed: 7, people: 26 },
] as const;

/** People to type in by hand. Every one of them is made up, and their names say so. */
const FIXED: readonly RegistryPerson[] = [
  {
    fullName: 'Siti Contoh',
    birthDate: { year: 1995, month: 3, day: 7 },
    sex: 'F',
    nationalId: '9900000000000001',
  },
  {
    fullName: 'Budi Contoh',
    birthDate: { year: 1988, month: 11, day: 21 },
    sex: 'M',
    passportNumber: 'X0000002',
  },
];

/** Of how many citizens one stands in the registry with another day of birth, so that contradictions are seen. */
const MISWRITTEN = 40;

/** A registry's book: made-up citizens, found by number or by name and year of birth. */
export class Citizens {
  private readonly byNumber = new Map<string, RegistryPerson>();
  private readonly byName = new Map<string, RegistryPerson[]>();

  constructor(citizens: Iterable<RegistryPerson> = madeUpCitizens()) {
    for (const citizen of citizens) this.add(citizen);
  }

  add(citizen: RegistryPerson): void {
    for (const number of [citizen.nationalId, citizen.passportNumber])
      if (number !== undefined) this.byNumber.set(foldDocumentNumber(number), citizen);
    const name = foldName(citizen.fullName);
    this.byName.set(name, [...(this.byName.get(name) ?? []), citizen]);
  }

  find({
    fullName,
    birthDate: { year },
    nationalId,
    passportNumber,
  }: RegistryQuestion): RegistryPerson | undefined {
    for (const number of [nationalId, passportNumber]) {
      const known = number === undefined ? undefined : this.byNumber.get(foldDocumentNumber(number));
      if (known) return known;
    }
    const namesakes = (this.byName.get(foldName(fullName)) ?? []).filter(
      (one) => year === undefined || one.birthDate.year === undefined || one.birthDate.year === year,
    );
    return namesakes.length === 1 ? namesakes[0] : undefined;
  }
}

function* madeUpCitizens(): Generator<RegistryPerson> {
  yield* FIXED;
  for (const { seed, people } of MADE_UP) {
    const random = randomNumbers(seed);
    for (let index = 0; index < people; index++) {
      const { fullName, birthDate, sex, nationalId } = madeUpPerson(random, index).report;
      const { day } = birthDate;
      yield {
        fullName,
        birthDate:
          index % MISWRITTEN === 9 && day !== undefined ? { ...birthDate, day: 29 - day } : birthDate,
        sex,
        ...(nationalId !== undefined && { nationalId }),
      };
    }
  }
}
