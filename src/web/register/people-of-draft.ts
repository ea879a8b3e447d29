import { randomSecret } from '../../platform/crypto/secret-text.js';
import { LARGEST_GROUP } from '../../registrations/groups/groups.dto.js';
import { type Answers, NO_ANSWERS, OTHER_GUARDIANS } from './answers.js';
import { asChildOrAdult, isMinor } from './child.js';
import type { Draft } from './draft.js';

/** Whoever has said whether somebody is with them has been led to their last look. */
export const hadLastLook = ({ others }: Answers): boolean => others !== '';

export const isFull = ({ people }: Draft): boolean => people.length + 1 >= LARGEST_GROUP;

/** Everybody, whoever began first and the others as they were added, whoever was looked at last: what is sent twice is the same. */
export const everybody = ({ answers, people }: Draft): Answers[] =>
  [...people, answers].sort((a, b) => turnOf(a) - turnOf(b));

const turnOf = ({ companion }: Answers): number =>
  companion === '' ? 0 : Number.parseInt(companion, 10) || 1;

/** Puts the person who was asked about aside and begins another, who shares where they are and how they are reached. */
export function withAnother(draft: Draft): Draft {
  const all = everybody(draft);
  const first = all[0]!;
  const companion = String(turnOf(all.at(-1)!) + 1);
  const { post, method, phone, email, through, throughPhone, language, whereNow, travelTime } = first;
  const { safeFrom, safeTo, noCalls, noMessages, safeHours } = first;
  const shared = { post, method, phone, email, through, throughPhone, language, whereNow, travelTime };
  const hours = { safeFrom, safeTo, noCalls, noMessages, safeHours };
  return {
    ...draft,
    people: [...draft.people, { ...draft.answers, others: 'no' }],
    answers: { ...NO_ANSWERS, ...shared, ...hours, id: randomSecret(), companion },
  };
}

/**
 * The same draft, asking about another of its people; unchanged where there is no such person. A companion without a name is
 * nobody yet: whoever goes back from them has thought better of it.
 */
export function lookingAt(draft: Draft, id: string): Draft {
  const wanted = draft.people.find((person) => person.id === id);
  if (!wanted) return draft;
  const rest = draft.people.filter((person) => person !== wanted);
  const { companion, fullName } = draft.answers;
  const isNobody = companion !== '' && fullName.trim() === '';
  return { ...draft, answers: wanted, people: isNobody ? rest : [...rest, draft.answers] };
}

/** Without one of the companions, and without anybody being with them. Whoever began cannot be taken out. */
export function without(draft: Draft, id: string): Draft {
  const people = draft.people.filter((person) => person.id !== id || person.companion === '');
  const alone = (person: Answers) => (person.guardian === id ? { ...person, guardian: '' } : person);
  return { ...draft, answers: alone(draft.answers), people: people.map(alone) };
}

/** Who may have a minor with them: the others who are not surely minors. */
export const adultsOf = ({ people }: Draft, thisYear: number): Answers[] =>
  people.filter((person) => !isMinor(person, thisYear));

/** Whether what was answered is one of those whom the child who is asked about can be with. */
export const mayBeWith = (draft: Draft, thisYear: number): boolean =>
  [...OTHER_GUARDIANS, ...adultsOf(draft, thisYear).map(({ id }) => id)].includes(draft.answers.guardian);

/** Everybody's answers as they count, whatever was answered before a birth date was put right. */
export const asTheyCount = (draft: Draft, thisYear: number): Draft =>
  ofEach(draft, (person) => asChildOrAdult(person, thisYear));

/** Whoever has chosen no language is written to in this one. */
export const writtenToIn = (draft: Draft, language: string): Draft =>
  ofEach(draft, (person) => ({ ...person, language: person.language || language }));

const ofEach = (draft: Draft, change: (person: Answers) => Answers): Draft => ({
  ...draft,
  answers: change(draft.answers),
  people: draft.people.map(change),
});
