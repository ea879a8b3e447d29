import { birthTerm, isVague } from '../birth-feature.js';
import type { Features } from '../features.js';
import type { NameFeature } from '../names/name-token.js';

/** As many pairs as what was known before is worth. */
const KNOWN = 50;
const MOST = 16;
/** Of more records, not each pair is looked at. */
const MOST_TOGETHER = 100;

/**
 * How many times likelier two strangers have two words of the name in common than if the one said nothing of the other.
 * Peoples and regions have names of their own: who is called Wayan is rather called Sukerti too. Counted among people who
 * are surely strangers: of other towns and other days of birth.
 */
export function clumping(records: Features[], nameOf: (record: Features) => NameFeature): number {
  const words = records.map((record) => [
    ...new Set(
      nameOf(record)
        .tokens.filter(({ light, initial }) => !light && !initial)
        .map(({ canon }) => canon),
    ),
  ]);
  const counts = new Map<string, number>();
  const together = new Map<string, number[]>();
  let [all, pairsOfWords] = [0, 0];
  words.forEach((own, record) => {
    all += own.length;
    pairsOfWords += own.length * (own.length - 1);
    for (const word of own) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const other of own) {
        if (word >= other) continue;
        const key = `${word} ${other}`;
        const known = together.get(key);
        if (known) known.push(record);
        else together.set(key, [record]);
      }
    }
  });
  let agreement = 0;
  for (const count of counts.values()) agreement += (count / Math.max(1, all)) ** 2;
  const expected = (pairsOfWords / 2) ** 2 * agreement ** 2 * shareOfStrangers(records);
  let seen = 0;
  for (const block of together.values()) {
    if (block.length > MOST_TOGETHER) continue;
    for (let i = 0; i < block.length; i++)
      for (let j = i + 1; j < block.length; j++)
        if (surelyStrangers(records[block[i]!]!, records[block[j]!]!)) seen++;
  }
  return Math.min(MOST, Math.max(1, (seen + KNOWN) / (expected + KNOWN)));
}

function surelyStrangers(a: Features, b: Features): boolean {
  if (!a.town || !b.town || a.town.sound === b.town.sound) return false;
  if (isVague(a.birth) || isVague(b.birth)) return false;
  return (
    Math.abs(a.birth.year! - b.birth.year!) > 1 && birthTerm(a.birth).slice(4) !== birthTerm(b.birth).slice(4)
  );
}

const STEP = 7;

/** Of neighbours in the list, at some distances. */
function shareOfStrangers(records: Features[]): number {
  let [seen, strangers] = [0, 0];
  for (let i = 0; i < records.length; i++)
    for (let j = i + 1; j < records.length && j < i + 8 * STEP; j += STEP) {
      seen++;
      if (surelyStrangers(records[i]!, records[j]!)) strangers++;
    }
  return seen === 0 ? 0 : strangers / seen;
}
