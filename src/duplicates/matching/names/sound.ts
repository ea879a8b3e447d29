import { ARABIC_SPELLING } from '../spelling/arabic-spelling.js';
import { INDONESIAN_SPELLING } from '../spelling/indonesian-spelling.js';
import { SOUND_SPELLING } from '../spelling/sound-spelling.js';
import type { SpellingRule } from '../spelling/spelling-rule.js';
import { WORD_FORMS } from '../spelling/word-forms.js';

const rewrite = (word: string, rules: SpellingRule[]) =>
  rules.reduce((text, [what, by]) => text.replace(what, by), word);

/** One word of a name in the spelling that counts: an old or a foreign way of writing the same name gives the same. */
export function canonical(word: string): string {
  const known = WORD_FORMS.get(word);
  if (known) return known;
  const spelt = rewrite(word, INDONESIAN_SPELLING);
  const doubled = rewrite(spelt, ARABIC_SPELLING).replace(/([b-df-hj-np-tv-z])\1+/g, '$1');
  const servant = /^abdul(?=[a-z]{3}[a-z]*$)(.*)$/.exec(doubled)?.[1];
  if (servant) return `abdul${WORD_FORMS.get(servant) ?? servant}`;
  return WORD_FORMS.get(spelt) ?? WORD_FORMS.get(doubled) ?? doubled;
}

/** How a word sounds, roughly: spellings that one hears alike give the same. */
export const soundOf = (canon: string): string => rewrite(canon, SOUND_SPELLING);

/** The consonants of a sound, and its first letter if that is a vowel: what is left where vowels are not written. */
export const skeletonOf = (sound: string): string => sound.replace(/(?!^)[aiu]/g, '').replace(/^[aiu]/, 'a');
