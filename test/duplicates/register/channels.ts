import type { MatchingRecord } from '../../../src/duplicates/matching/matching-record.js';
import type { Chance } from './chance.js';
import { heard, oldSpelling, slip } from './misspell.js';
import { CALLED } from './names.js';
import type { Person } from './people.js';

/** How a channel gets things wrong or does not get them at all: shares from 0 to 1. */
interface Channel {
  old: number;
  heard: number;
  slip: number;
  swapped: number;
  initial: number;
  called: number;
  fewer: number;
  bin: number;
  birth: { missing: number; yearOnly: number; newYear: number; swapped: number; digit: number };
  phone: { missing: number; home: number; office: number };
  mother: number;
  passport: number;
  town: number;
}

export const CHANNELS: Channel[] = [
  { old: 0.02, heard: 0.05, slip: 0.04, swapped: 0.05, initial: 0.02, called: 0.02, fewer: 0.08, bin: 0.01,
    birth: { missing: 0.03, yearOnly: 0.02, newYear: 0.01, swapped: 0.03, digit: 0.02 },
    phone: { missing: 0.05, home: 0.05, office: 0 }, mother: 0.8, passport: 0.6, town: 0.95 },
  { old: 0.02, heard: 0.06, slip: 0.07, swapped: 0.03, initial: 0.03, called: 0.03, fewer: 0.12, bin: 0.01,
    birth: { missing: 0.05, yearOnly: 0.05, newYear: 0.02, swapped: 0.03, digit: 0.03 },
    phone: { missing: 0.3, home: 0.05, office: 0 }, mother: 0.6, passport: 0.4, town: 0.85 },
  { old: 0.06, heard: 0.12, slip: 0.07, swapped: 0.08, initial: 0.08, called: 0.05, fewer: 0.15, bin: 0.05,
    birth: { missing: 0.15, yearOnly: 0.15, newYear: 0.1, swapped: 0.04, digit: 0.03 },
    phone: { missing: 0.3, home: 0, office: 0.3 }, mother: 0.4, passport: 0.25, town: 0.8 },
  { old: 0.1, heard: 0.12, slip: 0.04, swapped: 0.02, initial: 0.01, called: 0.1, fewer: 0.15, bin: 0.1,
    birth: { missing: 0.05, yearOnly: 0.08, newYear: 0.02, swapped: 0.04, digit: 0.03 },
    phone: { missing: 0.2, home: 0.5, office: 0 }, mother: 0.95, passport: 0.1, town: 0.98 },
]; // prettier-ignore

/** How a register differs from the usual one; 1 is as it is. */
export interface RegisterKind {
  /** How many times as many mistakes in names. */
  spelling: number;
  /** How many times as many dates that are unknown, or known in part. */
  dates: number;
  /** How many times as many mistakes in dates. */
  digits: number;
  mother: boolean;
  phone: number;
  documents: number;
  /** How many times as many twins and sons with the father's name. */
  likeRelatives: number;
  /** The share of people who have a phone of their own. */
  ownPhone: number;
  /** Whether a town is written in more than one way. */
  townForms: boolean;
}

export const USUAL: RegisterKind = {
  spelling: 1, dates: 1, digits: 1, mother: true, phone: 1, documents: 1, likeRelatives: 1, ownPhone: 0.75, townForms: true,
}; // prettier-ignore

/** The channels with the mistakes of a kind of register. */
export function channelsOf(kind: RegisterKind): Channel[] {
  return CHANNELS.map((channel) => ({
    old: channel.old * kind.spelling,
    heard: channel.heard * kind.spelling,
    slip: channel.slip * kind.spelling,
    swapped: channel.swapped * kind.spelling,
    initial: channel.initial * kind.spelling,
    called: channel.called * kind.spelling,
    fewer: channel.fewer * kind.spelling,
    bin: channel.bin * kind.spelling,
    birth: {
      missing: channel.birth.missing * kind.dates,
      yearOnly: channel.birth.yearOnly * kind.dates,
      newYear: channel.birth.newYear * kind.dates,
      swapped: channel.birth.swapped * kind.digits,
      digit: channel.birth.digit * kind.digits,
    },
    phone: { ...channel.phone, missing: 1 - (1 - channel.phone.missing) * kind.phone },
    mother: kind.mother ? channel.mother : 0,
    passport: channel.passport * kind.documents,
    town: channel.town,
  }));
}

/** What one channel gets to know of a person. */
export function report(chance: Chance, person: Person, channel: Channel, father: string): MatchingRecord {
  return {
    names: { full: nameIn(chance, person, channel, father) },
    birthDate: birthIn(chance, person.born, channel.birth),
    sex: chance.often(0.97)
      ? chance.often(0.01)
        ? person.sex === 'L'
          ? 'P'
          : 'L'
        : person.sex
      : undefined,
    phones: phoneIn(chance, person, channel.phone),
    town: chance.often(channel.town) ? chance.oneOf([person.town[0]!, ...person.town]) : undefined,
    mothersName: chance.often(channel.mother)
      ? misheard(chance, person.mother.split(' '), channel).join(' ')
      : undefined,
    documents: chance.often(channel.passport)
      ? [chance.often(0.03) ? slip(chance, person.passport) : person.passport]
      : [],
  };
}

function nameIn(chance: Chance, person: Person, channel: Channel, father: string): string {
  let words = [...person.words];
  if (chance.often(channel.called)) words = words.map((word) => CALLED[word] ?? word);
  if (words.length > 2 && chance.often(channel.fewer * 2))
    words.splice(1 + chance.below(words.length - 1), 1);
  else if (words.length === 2 && chance.often(channel.fewer / 2)) words.splice(1, 1);
  if (chance.often(channel.initial) && words.length > 1) words[words.length - 1] = `${words.at(-1)![0]}.`;
  words = misheard(chance, words, channel);
  if (chance.often(channel.swapped)) words.reverse();
  if (chance.often(channel.bin)) words.push(person.sex === 'L' ? 'bin' : 'binti', father);
  const name = words.join(' ');
  return chance.often(0.3) ? name.toUpperCase() : chance.often(0.1) ? name.toLowerCase() : name;
}

const misheard = (chance: Chance, words: string[], channel: Channel) =>
  words.map((word) => {
    const spelt = chance.often(channel.old) ? oldSpelling(chance, word) : word;
    const said = chance.often(channel.heard) ? heard(chance, spelt) : spelt;
    return chance.often(channel.slip) ? slip(chance, said) : said;
  });

function birthIn(chance: Chance, [year, month, day]: Person['born'], share: Channel['birth']) {
  if (chance.often(share.missing)) return undefined;
  if (chance.often(share.yearOnly)) return { year };
  if (chance.often(share.newYear)) return { year, month: 1, day: 1 };
  if (chance.often(share.swapped) && day <= 12) return { year, month: day, day: month };
  if (chance.often(share.digit))
    return chance.often(0.5) ? { year: year + 1, month, day } : { year, month, day: (day % 28) + 1 };
  return { year, month, day };
}

function phoneIn(chance: Chance, person: Person, share: Channel['phone']): string[] {
  if (chance.often(share.missing)) return [];
  if (chance.often(share.office)) return [chance.oneOf(['021-5550101', '021-5550102', '0812-0000-0003'])];
  const number = chance.often(share.home) ? person.home : person.phone;
  return [chance.often(0.3) ? `+62${number.slice(1)}` : number];
}
