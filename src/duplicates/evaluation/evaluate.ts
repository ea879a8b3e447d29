import { blockingKeys } from '../matching/blocking-keys.js';
import { compare } from '../matching/comparison.js';
import { estimateModel } from '../matching/estimation.js';
import { featuresOf } from '../matching/features.js';
import { DEFAULT_MODEL, score, type MatchingModel } from '../matching/model.js';
import { candidatePairs } from './candidate-pairs.js';
import { decide, type Decisions } from './decide.js';
import type { ScoredPair } from './scored-pair.js';
import { weighing } from './weighing.js';
import { wideKeys } from './wide-keys.js';
import { groupsOf } from '../matching/groups.js';
import type { LabelledRecord } from './input/read-records.js';
import { randomPairs } from './random-pairs.js';

const RANDOM_PAIRS = 60_000;
/** Whose terms are counted once. */
const SURE = 0.9;
const MOST_FOR_ESTIMATION = 60_000;

/** Of fewer records nothing can be learned: the weights that come with the program are better. */
const ENOUGH = 100;
/** How many of a few records have a partner. */
const TWICE = 0.3;

export interface Evaluation {
  decisions: Decisions;
  scored: ScoredPair[];
  model: MatchingModel;
}

/** Finds who is one person among the records as the product does: candidates by keys, weights from the data, decisions. */
export function findDuplicates(records: LabelledRecord[], link: boolean): Evaluation {
  const features = records.map(({ record }) => featuresOf(record));
  const secondFrom = link ? records.findIndex(({ file }) => file === 1) : undefined;
  const pairs = candidatePairs(features.map(blockingKeys), features.map(wideKeys), secondFrom);
  const compared = (a: number, b: number) => compare(features[a]!, features[b]!);
  const comparisons = Array.from(pairs, (pair) =>
    compared(Math.floor(pair / records.length), pair % records.length),
  );
  const step = Math.max(1, Math.ceil(comparisons.length / MOST_FOR_ESTIMATION));
  const sample = {
    records: features,
    random: Array.from(randomPairs(records.length, RANDOM_PAIRS, secondFrom), ([a, b]) => compared(a, b)),
    candidates: comparisons.filter((_, index) => index % step === 0),
    candidateWeight: step,
    pairsInAll: pairsInAll(records.length, secondFrom),
  };
  const scoredBy = (model: MatchingModel) =>
    comparisons.map((comparison, index) => {
      const { bits, probability } = score(comparison, model);
      return {
        a: Math.floor(pairs[index]! / records.length),
        b: pairs[index]! % records.length,
        bits,
        probability,
      };
    });
  const estimated = () => {
    const sure = scoredBy(estimateModel(sample)).filter(({ probability }) => probability >= SURE);
    const people = groupsOf(sure, records.length).map((group) => group.map((index) => features[index]!));
    return estimateModel({ ...sample, people });
  };
  const model = records.length < ENOUGH ? modelOfFew(records.length) : estimated();
  const scored = scoredBy(model);
  return { decisions: decide(scored, records.length, weighing(features, model), secondFrom), scored, model };
}

function modelOfFew(records: number): MatchingModel {
  const prior = Math.min(0.05, TWICE / Math.max(1, records));
  return { ...DEFAULT_MODEL, prior, household: { ...DEFAULT_MODEL.household, prior } };
}

const pairsInAll = (records: number, secondFrom?: number) =>
  secondFrom === undefined ? (records * (records - 1)) / 2 : secondFrom * (records - secondFrom);
