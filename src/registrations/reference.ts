import { randomText, readTyped, WORDLESS } from '../platform/crypto/secret-text.js';

const BODY = 8;

/**
 * A case reference such as `PNH-7K3M-Q2XD-5`: the post, eight random characters without vowels, and a check character
 * (Luhn mod 30) that catches every single wrong character and nearly every swapped pair. An address, never a credential.
 */
export function newReference(postCode: string): string {
  const body = randomText(WORDLESS, BODY);
  return `${postCode}-${body.slice(0, 4)}-${body.slice(4)}-${checkCharacter(body)}`;
}

/** What somebody typed as a reference in its proper form, or nothing where it cannot be one. */
export function readReference(typed: string): string | undefined {
  const compact = typed.toUpperCase().replace(/[\s-]/g, '');
  const post = compact.slice(0, 3);
  const rest = readTyped(compact.slice(3));
  const body = rest.slice(0, BODY);
  const known = [...rest].every((character) => WORDLESS.includes(character));
  if (!/^[A-Z]{3}$/.test(post) || rest.length !== BODY + 1 || !known) return undefined;
  if (rest[BODY] !== checkCharacter(body)) return undefined;
  return `${post}-${body.slice(0, 4)}-${body.slice(4)}-${rest[BODY]}`;
}

/** What is looked for and counted where somebody tries a code: what cannot be a reference stands for itself alone. */
export const triedReference = (typed: string = ''): string => readReference(typed) ?? typed;

function checkCharacter(body: string): string {
  const base = WORDLESS.length;
  let sum = 0;
  [...body].reverse().forEach((character, position) => {
    const weighted = WORDLESS.indexOf(character) * (position % 2 === 0 ? 2 : 1);
    sum += Math.floor(weighted / base) + (weighted % base);
  });
  return WORDLESS[(base - (sum % base)) % base]!;
}
