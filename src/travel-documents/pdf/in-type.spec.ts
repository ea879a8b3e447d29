import { inType } from './in-type.js';

/** A typeface with Latin-1 and one mark, a dot below. */
const has = (codePoint: number): boolean => codePoint < 0x100 || [0x323, 0x2019].includes(codePoint);

describe('a text in letters that the typeface has', () => {
  it.each([
    ['Müller O’Neil', 'Müller O’Neil'],
    ['Mu\u0308ller', 'Müller'],
    ['Raḥmān', 'Rah\u0323man'],
    ['ʿAbd Qurʾān', '’Abd Qur’an'],
    ['Hawaiʻi Qurʼan', 'Hawai‘i Qur’an'],
    ['Łódź', 'Lódz'],
    ['K\u0331a\u200b😀b', 'Kab'],
  ])('is for %j %j', (text, set) => expect(inType(text, has)).toBe(set));
});
