import type { SpellingRule } from './spelling-rule.js';

/** The spellings of van Ophuijsen (1901) and Soewandi (1947) to that of today, and Arabic names as Indonesians write them. */
export const INDONESIAN_SPELLING: SpellingRule[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/sj/g, 'sy'],
  [/nj/g, 'ny'],
  [/^ch(?=a[ei]r|al[ie]|us[nm]|ol|ot|od|um)/g, 'kh'],
  [/ch(?=m)/g, 'h'],
  [/(?<=[aiu])j(?=[aou])/g, 'y'],
  [/^j(?=u[snl])/g, 'y'],
];
