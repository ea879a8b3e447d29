import { EUROPEAN_NAMES, GIVEN_NAMES } from '../spelling/given-names.js';
import { bonesOf, bonesOfLatin } from './bones.js';
import type { NameToken } from './name-token.js';
import { readingsOf } from './readings.js';
import { canonical } from './sound.js';
import { slipCost } from './slip-cost.js';

const SPELT_OTHERWISE = 0.1;
const READ_OTHERWISE = 0.3;
const SOUNDS_ALIKE = 0.3;
const SHORT_FORM = 0.6;
const BEGINNING = 1.2;
/** Up to here one name is spelt in two ways. */
const ONE_NAME = 0.5;
/** A word may be mistaken in so much of it; a short one in its middle and an end. */
const MOST = { ofLetters: 0.22, shortest: 0.7, short: 1.25, ofBones: 0.4 };
/** Of words further apart no country's letters make one. */
const UNLIKE = 0.7;
/** Where vowels are not written there is less to be mistaken in. */
const WITHOUT_VOWELS = 0.7;

/** What it costs to take one word of a name for another; infinite where nobody would. */
export function wordCost(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return 0;
  if (a.initial || b.initial) return a.text[0] === b.text[0] ? SOUNDS_ALIKE : Infinity;
  if (a.abjad !== b.abjad) {
    const [without, latin] = a.abjad ? [a, b] : [b, a];
    return Math.min(...bonesOfLatin(latin.text).map((bones) => costOfBones(bonesOf(without.text), bones)));
  }
  if (a.abjad) return costOfLetters(a.text, b.text);
  const longest = Math.max(a.text.length, b.text.length);
  if ((GIVEN_NAMES.has(a.text) || GIVEN_NAMES.has(b.text)) && otherSex(a.text, b.text)) return Infinity;
  if (apart(served(a.canon), served(b.canon))) return Infinity;
  let cost = Math.min(slipCost(a.text, b.text), slipCost(a.canon, b.canon) + SPELT_OTHERWISE);
  const oneGroup = a.groups.some((group) => b.groups.includes(group));
  if (!oneGroup && apart(a.text, b.text)) return Infinity;
  if (cost > ONE_NAME && cost < UNLIKE * longest + 1)
    cost = Math.min(cost, read(a.text, b.text) + READ_OTHERWISE);
  if (a.sound === b.sound && a.sound.length > 2) cost = Math.min(cost, SOUNDS_ALIKE);
  if (oneGroup) cost = Math.min(cost, SHORT_FORM);
  if (cost > BEGINNING && beginning(a.text, b.text)) cost = BEGINNING;
  const most = longest <= 4 ? MOST.shortest : Math.max(MOST.ofLetters * longest, MOST.short);
  return cost <= most ? cost : Infinity;
}

/** In a script that writes only long vowels these tell names apart: Said and Saad. */
function costOfLetters(a: string, b: string): number {
  const cost = slipCost(a.replace(/y/g, 'w'), b.replace(/y/g, 'w'));
  return cost < (Math.max(a.length, b.length) < 6 ? 0.85 : MOST.short) ? cost : Infinity;
}

function costOfBones(a: string, b: string): number {
  const cost = slipCost(a, b);
  return cost <= Math.max(a.length, b.length) * MOST.ofBones ? cost * WITHOUT_VOWELS : Infinity;
}

function beginning(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.startsWith(short);
}

/** The least cost over what the letters of both may mean in one country or the other. */
function read(a: string, b: string): number {
  let least = Infinity;
  for (const x of readingsOf(a))
    for (const y of readingsOf(b)) if (x !== a || y !== b) least = Math.min(least, slipCost(x, y));
  return least;
}

/** Mario and Maria, Daniel and Daniela. */
function otherSex(a: string, b: string): boolean {
  if (a.length > b.length) return otherSex(b, a);
  if (a.length < 4) return false;
  return (
    (b === `${a}a` && EUROPEAN_NAMES.has(a)) ||
    (a.slice(0, -1) === b.slice(0, -1) && /^(?:ao|oa)$/.test(a.slice(-1) + b.slice(-1)))
  );
}

/** Abdul Rahman and Abdul Rahim differ in whom they serve. */
const served = (canon: string): string => /^abdul(...+)$/.exec(canon)?.[1] ?? '';
/** Two names that are borne, of which one is no other way to write the other. */
const apart = (a: string, b: string): boolean =>
  a !== b &&
  GIVEN_NAMES.has(a) &&
  GIVEN_NAMES.has(b) &&
  canonical(a) !== canonical(b) &&
  (slipCost(a, b) > ONE_NAME || (a[0] !== b[0] && [a[0], b[0]].includes('h')));
