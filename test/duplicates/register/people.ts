import type { Chance } from './chance.js';
import type { RegisterKind } from './channels.js';
import { CLANS, FEMALE, MALE, TOWNS, TWINS } from './names.js';

export interface Person {
  id: string;
  words: string[];
  sex: 'L' | 'P';
  born: [year: number, month: number, day: number];
  phone: string;
  home: string;
  mother: string;
  town: string[];
  passport: string;
}

/** Families whose members share a phone at home, a town and a mother; some children are twins; some sons bear the father's name. */
export function makeUpPeople(chance: Chance, howMany: number, kind: RegisterKind): Person[] {
  const people: Person[] = [];
  while (people.length < howMany) people.push(...family(chance, people.length, kind));
  return people.slice(0, howMany);
}

function family(chance: Chance, from: number, kind: RegisterKind): Person[] {
  const forms = chance.oneOf(TOWNS);
  const town: string[] = kind.townForms ? [...forms] : [forms[0]!];
  const home = phone(chance);
  const clan = chance.often(0.25) ? chance.oneOf(CLANS) : undefined;
  const parents = 1940 + chance.below(45);
  const motherWords = words(chance, FEMALE);
  const make = (sex: 'L' | 'P', born: Person['born'], given: string[], mother: string): Person => ({
    id: '', words: clan ? [...given, clan] : given, sex, born, home, mother, town,
    phone: chance.often(kind.ownPhone) ? phone(chance) : home,
    passport: `${chance.oneOf(['A', 'B', 'C', 'X'])}${String(chance.below(10_000_000)).padStart(7, '0')}`,
  }); // prettier-ignore
  const father = make('L', date(chance, parents), words(chance, MALE), words(chance, FEMALE).join(' '));
  const members = [father];
  if (chance.often(0.4))
    members.push({
      ...make('P', date(chance, parents + 2), motherWords, words(chance, FEMALE).join(' ')),
      words: motherWords,
    });
  const children = chance.below(4);
  for (let child = 0; child < children; child++) {
    const sex = chance.often(0.5) ? 'L' : 'P';
    const born = date(chance, parents + 22 + 3 * child);
    const namesake = sex === 'L' && chance.often(0.03 * kind.likeRelatives);
    const given = namesake
      ? father.words.filter((word) => word !== clan)
      : unlike(members, () => words(chance, sex === 'L' ? MALE : FEMALE));
    members.push(make(sex, born, given, motherWords.join(' ')));
    if (chance.often(0.04 * kind.likeRelatives)) members.push(...twins(chance, members.pop()!, clan));
  }
  return members.map((person, index) => ({ ...person, id: String(from + index) }));
}

/** No two of one family are called alike by chance. */
function unlike(members: Person[], draw: () => string[]): string[] {
  for (;;) {
    const drawn = draw();
    if (!members.some(({ words: [first] }) => drawn.includes(first!))) return drawn;
  }
}

function twins(chance: Chance, first: Person, clan: string | undefined): Person[] {
  const [one, other] = chance.oneOf(TWINS);
  const rest = chance.oneOf(first.sex === 'L' ? MALE : FEMALE);
  const tail = clan ? [rest, clan] : [rest];
  return [
    { ...first, words: [one, ...tail] },
    {
      ...first,
      words: [other, ...tail],
      phone: phone(chance),
      passport: `${first.passport.slice(0, 1)}${String(chance.below(10_000_000)).padStart(7, '0')}`,
    },
  ];
}

function words(chance: Chance, from: string[]): string[] {
  const count = chance.often(0.2) ? 1 : chance.often(0.75) ? 2 : 3;
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(chance.commonOf(from));
  return [...chosen];
}

const date = (chance: Chance, year: number): Person['born'] =>
  chance.often(0.06) ? [year, 1, 1] : [year + chance.below(5), 1 + chance.below(12), 1 + chance.below(28)];
const phone = (chance: Chance) =>
  `08${chance.oneOf(['12', '13', '21', '52', '57', '78'])}${String(chance.below(100_000_000)).padStart(8, '0')}`;
