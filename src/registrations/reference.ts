import { randomText, readTyped, WORDLESS } from '../platform/crypto/secret-text.js';
import { checkCharacter, REFERENCE_BODY as BODY, referenceWith } from './reference-form.js';

/** A new reference; its form is in reference-form.ts. */
export function newReference(postCode: string): string {
  return referenceWith(postCode, randomText(WORDLESS, BODY));
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
  return referenceWith(post, body);
}

/** What is looked for and counted where somebody tries a code: what cannot be a reference stands for itself alone. */
export const triedReference = (typed: string = ''): string => readReference(typed) ?? typed;
