import { fold } from './names/fold.js';
import { soundOf } from './names/sound.js';
import { PLACE_FORMS, PLACE_WORDS } from './spelling/place-words.js';

/** A short text (a town, a street, a number) ready to be compared. */
export interface TextFeature {
  text: string;
  words: string[];
  sound: string;
}

const known = new Map<string, TextFeature | undefined>();
const MOST_KNOWN = 200_000;

/** @returns undefined where nothing is left of it */
export function textFeature(raw: string | undefined): TextFeature | undefined {
  if (!raw) return undefined;
  if (known.has(raw)) return known.get(raw);
  if (known.size >= MOST_KNOWN) known.clear();
  const feature = build(raw);
  known.set(raw, feature);
  return feature;
}

/** Letters that were written otherwise before 1972: Tjilatjap. */
const OLD: [RegExp, string][] = [[/oe/g, 'u'], [/dj/g, 'j'], [/tj/g, 'c'], [/sj/g, 'sy'], [/nj/g, 'ny']]; // prettier-ignore

const rewritten = (text: string) => OLD.reduce((word, [old, today]) => word.replace(old, today), text);

function build(raw: string): TextFeature | undefined {
  const all = fold(raw).words;
  const telling = all.filter((word) => !PLACE_WORDS.has(word));
  const words = telling.length > 0 ? telling : all;
  if (words.length === 0) return undefined;
  const text = PLACE_FORMS.get(all.join(' ')) ?? PLACE_FORMS.get(words.join(' ')) ?? words.join(' ');
  return { text, words, sound: soundOf(rewritten(text.replaceAll(' ', ''))) };
}
