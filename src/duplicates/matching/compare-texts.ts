import type { FieldComparison } from './field-comparison.js';
import { editDistance } from './names/edit-distance.js';
import type { TextFeature } from './text-feature.js';

/** Levels: 'exact', 'sound', 'typo', 'part' (all words of one are among the other's), 'close', 'different'. */
export function compareTexts(
  field: string,
  a: TextFeature | undefined,
  b: TextFeature | undefined,
): FieldComparison {
  if (!a || !b) return { field, level: 'missing' };
  const level = levelOf(a, b);
  return level === 'different'
    ? { field, level }
    : { field, level, terms: [{ level, a: a.text, b: b.text }] };
}

function levelOf(a: TextFeature, b: TextFeature): string {
  if (a.text === b.text) return 'exact';
  const numeric = /^\d+$/.test(a.text) || /^\d+$/.test(b.text);
  if (!numeric && a.sound === b.sound) return 'sound';
  const longest = Math.max(a.text.length, b.text.length);
  const limit = Math.min(4, Math.floor(longest / 4));
  const distance = editDistance(a.text, b.text, Math.max(1, limit));
  if (distance === 1 || (distance === 2 && longest >= 8)) return 'typo';
  if (contains(a.words, b.words) || contains(b.words, a.words)) return 'part';
  return distance <= limit && !numeric ? 'close' : 'different';
}

const contains = (all: string[], some: string[]) => some.every((word) => all.includes(word));
