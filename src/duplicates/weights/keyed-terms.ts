import type { Keyring } from '../../platform/crypto/keyring.js';
import type { Comparison } from '../matching/comparison.js';
import type { MatchingModel } from '../matching/model.js';

const keyed = (keyring: Keyring, postId: string, field: string, term: string): string =>
  keyring.blindIndex('matching-term', `${postId}\n${field}\n${term}`).toString('base64url', 0, 9);

/** The model as it is stored: how often a word occurs, but not which word. */
export function keyTerms(keyring: Keyring, postId: string, model: MatchingModel): MatchingModel {
  const terms = Object.entries(model.terms).map(([field, { total, counts }]) => [
    field,
    {
      total,
      counts: Object.fromEntries(
        Object.entries(counts).map(([term, count]) => [keyed(keyring, postId, field, term), count]),
      ),
    },
  ]);
  return { ...model, terms: Object.fromEntries(terms) as MatchingModel['terms'] };
}

/** A date of birth is counted by its year, which comes first, and the day within the year. */
const countedAs = (field: string, index: number): string =>
  field === 'birthDate' ? (index === 0 ? 'birthYear' : 'birthDay') : field;

/** The comparison with its words as a stored model knows them, to be weighed by it. */
export const keyComparison = (keyring: Keyring, postId: string, { fields }: Comparison): Comparison => ({
  fields: fields.map(({ terms, ...said }) => ({
    ...said,
    ...(terms && {
      terms: terms.map(({ level, a, b, borne }, index) => ({
        level,
        ...(borne && { borne }),
        ...(a !== undefined && { a: keyed(keyring, postId, countedAs(said.field, index), a) }),
        ...(b !== undefined && { b: keyed(keyring, postId, countedAs(said.field, index), b) }),
      })),
    }),
  })),
});
