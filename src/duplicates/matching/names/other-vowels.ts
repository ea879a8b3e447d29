const VOWELS = 'aeiouy';
/** Vowels that one hears for one another. */
const ALIKE = ['eiy', 'ou'];

/** Rina and Rini, Dewi and Dewa, Hasan and Husen: more often two names than one. */
export const otherVowels = (a: string, b: string): boolean =>
  a.length >= 3 && differ(a, b, (x, y) => VOWELS.includes(x) && VOWELS.includes(y));

/** Suprihatin and Suprehatin, Mulyono and Mulyuno: one name, as it is heard. */
export const heardVowels = (a: string, b: string): boolean =>
  a.length >= 3 && differ(a, b, (x, y) => ALIKE.some((group) => group.includes(x) && group.includes(y)));

function differ(a: string, b: string, allowed: (x: string, y: string) => boolean): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && !allowed(a[i]!, b[i]!)) return false;
  return true;
}
