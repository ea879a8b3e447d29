import type { ContactDetails, IdentityDetails } from '../../registrations/person-details.js';
import { PROVINCES, WORDS } from './name-words.js';
import { randomNumbers, type Random, rank } from './random.js';

/** A made-up person as intake would have sealed them. */
export interface MadeUpPerson {
  sex: 'F' | 'M' | 'X';
  homeProvince: string | null;
  identity: IdentityDetails;
  contact: ContactDetails;
}

const THIS_YEAR = 2026;
/** As in registers of people without papers: one in ten says 1 January, one in twelve knows the year alone. */
const SHARE = {
  newYear: 0.1,
  yearOnly: 0.08,
  phone: 0.7,
  document: 0.3,
  single: 0.25,
  muhammad: 0.12,
  motherKnown: 0.3,
};
const MUHAMMAD = ['Muhammad', 'Muhamad', 'Mohammad', 'Moh.', 'M.', 'Mochamad'];

/** The `index`th person of the population: always the same one. Some words of names are borne by thousands, most by few. */
export function personOf(index: number): MadeUpPerson {
  const random = randomNumbers(index + 1);
  return {
    sex: random() < 0.35 ? 'F' : 'M',
    homeProvince: random() < 0.8 ? PROVINCES[rank(random, PROVINCES.length, 1)]! : null,
    identity: {
      fullName: nameOf(random),
      birthDate: birthDateOf(random),
      ...(random() < SHARE.document && { passportNumber: `X${String(1_000_000 + index)}` }),
      ...(random() < SHARE.motherKnown && { motherName: nameOf(random) }),
    },
    contact:
      random() < SHARE.phone
        ? { method: 'phone', phone: `+62812${String(10_000_000 + index)}` }
        : { method: 'none' },
  };
}

/** The same person reporting again: a letter off, the phone lost, no papers, sometimes the day and month turned round. */
export function reportedAgain({ identity, ...person }: MadeUpPerson, random: Random): MadeUpPerson {
  const { fullName, birthDate } = identity;
  const at = 1 + Math.floor(random() * (fullName.length - 2));
  const { day, month, year } = birthDate;
  const turned =
    random() < 0.1 && day !== undefined && day <= 12 ? { year, month: day, day: month } : birthDate;
  return {
    ...person,
    identity: {
      fullName: random() < 0.5 ? fullName : fullName.slice(0, at) + fullName.slice(at + 1),
      birthDate: turned,
    },
    contact: random() < 0.3 ? person.contact : { method: 'none' },
  };
}

function nameOf(random: Random): string {
  const word = () => WORDS[rank(random, WORDS.length, 0.9)]!;
  if (random() < SHARE.muhammad) return `${MUHAMMAD[Math.floor(random() * MUHAMMAD.length)]!} ${word()}`;
  if (random() < SHARE.single) return word();
  return random() < 0.3 ? `${word()} ${word()} ${word()}` : `${word()} ${word()}`;
}

function birthDateOf(random: Random): IdentityDetails['birthDate'] {
  const year = THIS_YEAR - 17 - Math.floor((random() + random()) * 25);
  const kind = random();
  if (kind < SHARE.newYear) return { year, month: 1, day: 1 };
  if (kind < SHARE.newYear + SHARE.yearOnly) return { year };
  return { year, month: 1 + Math.floor(random() * 12), day: 1 + Math.floor(random() * 28) };
}
