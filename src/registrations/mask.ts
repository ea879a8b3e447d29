/** The first letter of each part, the rest hidden: enough to recognise somebody who is there, not to look people up. */
export const maskName = (name: string, letters = 1): string =>
  name
    .split(' ')
    .map((part) => `${[...part].slice(0, letters).join('')}•••`)
    .join(' ');

/** Characters of a mask where a cookie has to hold ten of them. */
const LONGEST = 20;

/**
 * Of people who are together: a letter or more of each part, as many as tell a person from the others, since relatives
 * share their first letters.
 * @returns at most 20 characters each: whose names differ only further on are masked alike
 */
export function maskNames(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const others = names.filter((other, at) => at !== index && other !== name);
    for (let letters = 1; letters <= LONGEST; letters++) {
      const mask = shortened(name, letters);
      if (others.every((other) => shortened(other, letters) !== mask)) return mask;
    }
    return shortened(name, 1);
  });
}

const shortened = (name: string, letters: number): string => maskName(name, letters).slice(0, LONGEST);
