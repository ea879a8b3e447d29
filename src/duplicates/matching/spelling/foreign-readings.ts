import type { SpellingRule } from './spelling-rule.js';

/**
 * Names of other scripts as the newspapers of one country write them: each list reads that country's letters as English would
 * write the sound. Kontschikow, Kontchikov and Konczykow are one name.
 */
export const FOREIGN_READINGS: SpellingRule[][] = [
  // German
  [
    [/schtsch|stsch/g, 'S'],
    [/tzsch|tsch/g, 'C'],
    [/sch/g, 'Z'],
    [/ch/g, 'kh'],
    [/S/g, 'shch'],
    [/C/g, 'ch'],
    [/Z/g, 'sh'],
    [/w/g, 'v'],
    [/dsh/g, 'j'],
    [/j/g, 'y'],
    [/z/g, 'ts'],
    [/([aou])e/g, '$1'],
  ],
  // French
  [
    [/chtch/g, 'SC'],
    [/tch/g, 'C'],
    [/ch/g, 'sh'],
    [/SC/g, 'shch'],
    [/C/g, 'ch'],
    [/dj/g, 'J'],
    [/j/g, 'zh'],
    [/J/g, 'j'],
    [/ou/g, 'u'],
    [/gu(?=[ei])/g, 'g'],
    [/qu/g, 'k'],
    [/(?<=[aeiou])([nm])e$/g, '$1'],
    [/(?<=[aeiou])ss(?=[aeiou])/g, 's'],
    [/eff$/g, 'ev'],
  ],
  // Polish, Czech and Croatian
  [
    [/szcz/g, 'shch'],
    [/sz/g, 'sh'],
    [/cz/g, 'C'],
    [/rz/g, 'zh'],
    [/ch/g, 'kh'],
    [/dz|dj/g, 'J'],
    [/c(?=[eiy])/g, 'ts'],
    [/C/g, 'ch'],
    [/w/g, 'v'],
    [/j/g, 'y'],
    [/J/g, 'j'],
  ],
  // Spanish and Dutch
  [
    [/tsj|tj/g, 'ch'],
    [/sj/g, 'sh'],
    [/oe/g, 'u'],
    [/ij/g, 'y'],
    [/j/g, 'kh'],
  ],
  // Hungarian
  [
    [/sz/g, 'Z'],
    [/zs/g, 'zh'],
    [/cs/g, 'ch'],
    [/gy/g, 'dj'],
    [/s/g, 'sh'],
    [/Z/g, 's'],
  ],
  // Turkish and Azerbaijani
  [
    [/c/g, 'j'],
    [/x/g, 'kh'],
    [/q/g, 'g'],
  ],
  // What machines that read print take one letter for
  [
    [/rn/g, 'm'],
    [/vv/g, 'w'],
  ],
  // Somali
  [
    [/x/g, 'h'],
    [/^c/, ''],
    [/aa/g, 'a'],
  ],
  // Arabic and Indian
  [
    [/^[ae]l(?=[^aeiouy].{3})/, ''],
    [/ow/g, 'au'],
    [/[ae][iy](?![aeiou])/g, 'e'],
    [/ou|oo/g, 'u'],
    [/ee/g, 'i'],
    [/dh/g, 'd'],
    [/q/g, 'k'],
  ],
  // Thai, from the letters of Sanskrit to what is said
  [
    [/ph|bh/g, 'ph'],
    [/[dt]h/g, 't'],
    [/v/g, 'w'],
    [/sh|j/g, 'ch'],
    [/(?<=[aeiou])(?:tra|tr|dra|d)$/g, 't'],
    [/(?<=[aeiou])[rl]$/g, 'n'],
  ],
];
