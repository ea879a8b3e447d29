import type { Chance } from './chance.js';

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const OLD: [RegExp, string][] = [[/u/g, 'oe'], [/j/g, 'dj'], [/c/g, 'tj'], [/sy/g, 'sj'], [/y(?=[aou])/g, 'j'], [/ny/g, 'nj']]; // prettier-ignore
const HEARD: [RegExp, string][] = [
  [/i$/, 'y'], [/y/, 'i'], [/kh/, 'ch'], [/kh/, 'h'], [/f/, 'p'], [/v/, 'f'], [/z/, 'j'], [/sy/, 's'], [/ah$/, 'a'], [/d$/, 't'],
  [/h/, ''], [/([nlrtsm])/, '$1$1'], [/u/, 'o'], [/dd/, 'd'], [/q/, 'k'], [/iya/, 'ia'],
]; // prettier-ignore
const MUHAMMAD = [
  'Moh.',
  'Mohd',
  'Mochamad',
  'Mochammad',
  'M.',
  'Muh.',
  'Mohammad',
  'Muhamad',
  'Moch.',
  'Mohamad',
];

/** One slip: a neighbouring key, two letters transposed, one left out or typed twice. */
export function slip(chance: Chance, word: string): string {
  if (word.length < 4) return word;
  const at = 1 + chance.below(word.length - 2);
  const [head, letter, tail] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const row = KEYS.find((keys) => keys.includes(letter)) ?? 'aeiou';
  const kinds = [
    head + (row[row.indexOf(letter) + 1] ?? row[0]!) + tail,
    head + tail.slice(0, 1) + letter + tail.slice(1),
    head + tail,
    head + letter + letter + tail,
  ];
  return chance.oneOf(kinds);
}

/** The spelling before 1972, in part or whole. */
export const oldSpelling = (chance: Chance, word: string): string =>
  OLD.reduce((text, [what, by]) => (chance.often(0.6) ? text.replace(what, by) : text), word);

/** Written as somebody else hears it. */
export function heard(chance: Chance, word: string): string {
  if (word === 'Muhammad') return chance.oneOf(MUHAMMAD);
  const possible = HEARD.filter(([what]) => what.test(word));
  if (possible.length === 0) return word;
  const [what, by] = chance.oneOf(possible);
  return word.replace(what, by);
}
