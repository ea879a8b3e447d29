/** What a word between names says: whose child follows, and whether a son or a daughter is spoken of. */
export interface Particle {
  sex?: 'm' | 'f';
  /** The words behind it are the father's (or mother's) name. */
  patronym: boolean;
}

const son: Particle = { sex: 'm', patronym: true };
const daughter: Particle = { sex: 'f', patronym: true };
const joint: Particle = { patronym: false };

const list = (words: string, particle: Particle) => words.split(' ').map((word) => [word, particle] as const);

/** `a/l`, `a/p`, `s/o`, `d/o` are written together before they are looked up here. */
export const PARTICLES = new Map<string, Particle>([
  ...list('bin ben ibn ibnu bn', son),
  ...list('binti binte bint bt bte bti', daughter),
  ...list(
    'al el ul ur ud us ad as ar an az ash at il l la le de da do dos das du di del della der den van von',
    joint,
  ),
  ...list('y e zu ter ten af av i', joint),
]);
