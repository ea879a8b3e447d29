import type { Features } from '../matching/features.js';
import type { NameFeature } from '../matching/names/name-token.js';

/**
 * Keys that only a small file can afford: a word of the name, its beginning or its end, the town, the day within the
 * year. Blocks that get too large are passed over.
 */
export function wideKeys({ name, mother, town, other, birth: { year, month, day } }: Features): string[] {
  const keys = town ? [`town:${town.sound}`] : [];
  for (const { canon, skeleton, initial } of name.tokens) {
    if (initial) continue;
    keys.push(`word:${canon}`, `bones:${skeleton}`);
    if (canon.length >= 5) keys.push(`head:${canon.slice(0, 4)}`, `tail:${canon.slice(-4)}`);
    if (town) keys.push(`at:${canon.slice(0, 3)}|${town.sound}`);
    if (year !== undefined) keys.push(`in:${canon.slice(0, 2)}|${year}`);
  }
  if (mother.tokens.length > 0) keys.push(`mother:${soundsOf(mother)}`);
  if (month !== undefined && day !== undefined) keys.push(`day:${month}-${day}`);
  for (const [key, { text }] of Object.entries(other)) keys.push(`${key}:${text}`);
  return keys;
}

const soundsOf = ({ tokens }: NameFeature) =>
  tokens
    .map(({ sound }) => sound)
    .sort()
    .join(' ');
