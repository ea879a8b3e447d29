import type { Comparison } from './field-comparison.js';
import type { Features } from './features.js';
import type { MatchingModel } from './matching-model.js';
import { DEFAULT_MODEL } from './model.js';
import { compilePairs } from './weights/compiled-pairs.js';
import { countTerms } from './weights/count-terms.js';
import { maximise } from './weights/maximise.js';
import { kinOf, profileOfRelatives } from './weights/relatives.js';
import { fullnessOfStrangers } from './weights/fullness.js';
import { strangerWeights } from './weights/stranger-weights.js';

/** What weights are estimated from; nothing of it says which pairs are one person. */
export interface Sample {
  /** The records of which terms are counted. */
  records: Features[];
  /** The same records by person, as far as that is sure already: then each term of a person counts once. */
  people?: Iterable<Features[]>;
  /** Pairs of anybody with anybody, by chance. */
  random: Comparison[];
  /** Pairs that share a blocking key, all of them or a random part. */
  candidates: Comparison[];
  /** Of how many pairs that share a key each of `candidates` stands for; 1 where all are given. */
  candidateWeight?: number;
  /** How many pairs there are in all. */
  pairsInAll: number;
}

const ROUNDS = 15;
/** Relatives who share neither a phone nor a mother's name look like strangers: so many times as many as seen there are. */
const UNSEEN_RELATIVES = 2;

/**
 * Estimates the weights from the data themselves, without labels: how strangers compare from random pairs and from the
 * frequency of terms, how reports of one person and of relatives compare by expectation maximisation over the
 * candidates (Dempster, Laird and Rubin 1977; Winkler 1988). Pairs that share no key count as strangers.
 */
export function estimateModel(sample: Sample): MatchingModel {
  const terms = countTerms(sample.people ?? sample.records.map((record) => [record]));
  let model = strangerWeights(sample.random, terms, DEFAULT_MODEL);
  model = { ...model, levels: { ...model.levels, ...fullnessOfStrangers(sample.records, model) } };
  const usual = model.household.levels;
  const kin = kinOf(sample.candidates);
  const pairs = compilePairs(sample.candidates, terms);
  const weight = sample.candidateWeight ?? 1;
  for (let round = 0; round < ROUNDS; round++) {
    const levels = { ...usual, ...profileOfRelatives(kin, model, usual) };
    model = { ...model, household: { ...model.household, levels } };
    model = maximise(pairs, model, weight / sample.pairsInAll);
  }
  return { ...model, household: { ...model.household, prior: UNSEEN_RELATIVES * model.household.prior } };
}
