import type { MatchingModel } from '../matching-model.js';
import type { CompiledPairs } from './compiled-pairs.js';
import { likelihoods, likeNames } from './likelihoods.js';
import { priors } from './score.js';

/** What the pairs amount to if each counts as one person as far as that is likely. */
export interface Expectation {
  people: number;
  relatives: number;
  /** By field and level, among pairs that are one person: how many, and their terms' frequencies summed. */
  same: Record<string, Record<string, { pairs: number; frequency: number }>>;
}

export function expect(pairs: CompiledPairs, model: MatchingModel): Expectation {
  const { kinds, starts, kind, frequency } = pairs;
  const prior = priors(model);
  const weights = kinds.map((piece) => likelihoods([piece], model));
  const usual = kinds.map(({ field, level }) => Math.log2(model.levels[field]?.[level]?.termFrequency ?? 1));
  const asStrangers = kinds.map((piece) => piece.household === 'as-strangers' && !piece.onlyHousehold);
  const asFrequent = kinds.map((piece) => piece.household === 'as-frequent');
  // what the weights have already, for a word of the usual frequency
  const usuallyLike = kinds.map(({ level }) => Math.log2(likeNames(level, 1)));
  const same = new Float64Array(kinds.length);
  const frequencies = new Float64Array(kinds.length);
  let people = 0;
  let relatives = 0;
  for (let pair = 0; pair + 1 < starts.length; pair++) {
    const [from, to] = [starts[pair]!, starts[pair + 1]!];
    let [s, h, u] = [prior.same, prior.household, prior.strangers];
    for (let i = from; i < to; i++) {
      const k = kind[i]!;
      const weight = weights[k]!;
      const factor = frequency[i]! === 0 ? 0 : frequency[i]! - usual[k]!;
      s += weight.same;
      u += weight.strangers + factor;
      h +=
        weight.household +
        (asStrangers[k]
          ? factor
          : asFrequent[k]
            ? Math.log2(likeNames(kinds[k]!.level, 2 ** factor)) - usuallyLike[k]!
            : 0);
    }
    const all = 2 ** s + 2 ** h + 2 ** u;
    const [one, family] = [2 ** s / all, 2 ** h / all];
    people += one;
    relatives += family;
    for (let i = from; i < to; i++) {
      const k = kind[i]!;
      same[k]! += one;
      if (frequency[i]! !== 0) frequencies[k]! += one * 2 ** frequency[i]!;
    }
  }
  return { people, relatives, ...tallies(kinds, same, frequencies) };
}

function tallies(kinds: CompiledPairs['kinds'], pairs: Float64Array, frequencies: Float64Array) {
  const same: Expectation['same'] = {};
  kinds.forEach(({ field, level, onlyHousehold }, k) => {
    if (onlyHousehold) return;
    const seen = ((same[field] ??= {})[level] ??= { pairs: 0, frequency: 0 });
    seen.pairs += pairs[k]!;
    seen.frequency += frequencies[k]!;
  });
  return { same };
}
