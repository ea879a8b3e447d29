import { fromArabic } from './arabic.js';
import { fromBrahmic } from './brahmic.js';
import { fromBurmese } from './burmese.js';
import { fromGreek } from './greek.js';
import { fromHebrew } from './hebrew.js';
import { fromKhmer } from './khmer.js';
import { asSaid } from './thai.js';

const READERS: [RegExp, (text: string) => string][] = [
  [/ß/, (text) => text.replace(/ß/g, 'ss')],
  [/\p{Script=Arabic}/u, fromArabic],
  [/\p{Script=Hebrew}/u, fromHebrew],
  [/\p{Script=Greek}/u, fromGreek],
  [/[\u0900-\u0dff]/, fromBrahmic],
  [/\p{Script=Thai}/u, asSaid],
  [/\p{Script=Khmer}/u, fromKhmer],
  [/\p{Script=Myanmar}/u, fromBurmese],
];

/** Names in scripts that any-ascii, which reads letter by letter, does not read as their bearers write them in Latin letters. */
export const latinLetters = (text: string): string =>
  READERS.reduce((all, [script, read]) => (script.test(all) ? read(all) : all), text);
