import { randomNumbers } from './random.js';

const ONSETS = [
  'b',
  'd',
  'g',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'w',
  'y',
  'su',
  'sy',
  'ng',
  'st',
  'tr',
];
const VOWELS = ['a', 'a', 'a', 'i', 'i', 'u', 'o', 'e'];
const ENDS = ['', '', 'n', 'h', 'ti', 'to', 'no', 'di', 'r', 'ni', 'wan', 'yah'];

/** Words that sound like names and are nobody's, the most frequent first. */
export const WORDS: readonly string[] = words(12_000);

export const PROVINCES: readonly string[] = words(34, 7);

function words(count: number, seed = 1): string[] {
  const random = randomNumbers(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const made = new Set<string>();
  while (made.size < count) {
    const word =
      pick(ONSETS) +
      pick(VOWELS) +
      pick(ONSETS) +
      pick(VOWELS) +
      (random() < 0.4 ? pick(ONSETS) + pick(VOWELS) : '') +
      pick(ENDS);
    made.add(word.charAt(0).toUpperCase() + word.slice(1));
  }
  return [...made];
}
