import type { NameToken } from './name-token.js';
import { slipCost } from './slip-cost.js';

const SOUNDS_ALIKE = 0.3;
const SHORT_FORM = 0.6;
const BEGINNING = 1.2;
/** A word may be mistaken in so much of it; a short one in its middle and an end. */
const MOST = { ofLetters: 0.26, short: 1.7 };

/** What it costs to take one word of a name for another; infinite where nobody would. */
export function wordCost(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return 0;
  if (a.initial || b.initial) return a.text[0] === b.text[0] ? SOUNDS_ALIKE : Infinity;
  if (a.abjad !== b.abjad) return skeletonCost(a, b);
  const longest = Math.max(a.text.length, b.text.length);
  let cost = Math.min(slipCost(a.text, b.text), slipCost(a.canon, b.canon) + 0.1);
  if (a.sound === b.sound) cost = Math.min(cost, SOUNDS_ALIKE);
  if (a.groups.some((group) => b.groups.includes(group))) cost = Math.min(cost, SHORT_FORM);
  if (cost > BEGINNING && beginning(a.text, b.text)) cost = BEGINNING;
  return cost <= Math.max(MOST.ofLetters * longest, MOST.short) ? cost : Infinity;
}

function skeletonCost(a: NameToken, b: NameToken): number {
  const cost = slipCost(a.skeleton, b.skeleton);
  const longest = Math.max(a.skeleton.length, b.skeleton.length);
  return cost <= longest * 0.4 ? cost * 0.7 : Infinity;
}

function beginning(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.startsWith(short);
}
