import type { Features } from './features.js';
import type { NameToken } from './names/name-token.js';

/** Words of a name from which keys are built; longer names have no more. */
const MOST_WORDS = 4;

/** Typed keys; two records that share one are a pair to be compared. Free of the order of names. */
export function blockingKeys(features: Features): string[] {
  const words = keyWords(features.name.tokens);
  return [
    ...new Set([
      ...numbers(features),
      ...births(features, words),
      ...names(features, words),
      ...places(features, words),
    ]),
  ];
}

/** Sounds of the words that tell, without vowels where they are long enough: typing mistakes in vowels do no harm. */
function keyWords(tokens: NameToken[]): { sound: string; light: boolean }[] {
  return tokens
    .filter(({ initial }) => !initial)
    .slice(0, MOST_WORDS)
    .map(({ skeleton, sound, light }) => ({ sound: skeleton.length >= 3 ? skeleton : sound, light }));
}
type KeyWord = ReturnType<typeof keyWords>[number];

const numbers = ({ phones, documents }: Features) => [
  ...phones.map((phone) => `ph:${phone}`),
  ...documents.map((number) => `dc:${number}`),
];

function births({ birth: { year, month, day } }: Features, words: KeyWord[]): string[] {
  const keys: string[] = [];
  const whole = year !== undefined && month !== undefined && day !== undefined && !(month === 1 && day === 1);
  if (whole) keys.push(`dt:${year}|${Math.min(month, day)}|${Math.max(month, day)}`);
  for (const { sound, light } of words) {
    if (year !== undefined && !light) keys.push(`ny:${sound}|${year}`);
    if (whole)
      keys.push(`nd:${sound}|${month}-${day}`, `nm:${sound}|${year}|${month}`, `nt:${sound}|${year}|${day}`);
  }
  return keys;
}

function names({ mother, sex }: Features, words: KeyWord[]): string[] {
  const sorted = words.map(({ sound }) => sound).sort();
  const keys: string[] = [];
  for (let i = 0; i < sorted.length; i++)
    for (let j = i + 1; j < sorted.length; j++) keys.push(`nn:${sorted[i]}+${sorted[j]}`);
  if (words.length === 1 && words[0] && !words[0].light) keys.push(`n1:${words[0].sound}|${sex ?? ''}`);
  const first = keyWords(mother.tokens);
  for (const own of words)
    for (const hers of first) if (!own.light || !hers.light) keys.push(`mo:${own.sound}+${hers.sound}`);
  return keys;
}

function places({ town }: Features, words: KeyWord[]): string[] {
  const keys: string[] = [];
  for (const { sound, light } of words) if (town && !light) keys.push(`pl:${sound}|${town.sound}`);
  return keys;
}
