import type { LevelWeight } from '../matching-model.js';

type Levels = Record<string, LevelWeight>;

/** m and u by level, and the usual frequency of the terms that are compared there. */
const levels = (rows: Record<string, [m: number, u: number, termFrequency?: number]>): Levels =>
  Object.fromEntries(
    Object.entries(rows).map(([level, [m, u, termFrequency]]) => [level, { m, u, termFrequency }]),
  );

const NAME = levels({
  exact: [0.6, 0.008, 0.004],
  variant: [0.06, 0.001, 0.002],
  sound: [0.06, 0.001, 0.001],
  typo: [0.09, 0.003, 0.0005],
  vowel: [0.006, 0.001, 0.0005],
  nickname: [0.01, 0.002, 0.001],
  skeleton: [0.01, 0.002, 0.0005],
  part: [0.01, 0.003, 0.0005],
  initial: [0.02, 0.01],
  close: [0.015, 0.02, 0.0005],
  called: [0.001, 0.003],
  half: [0.004, 0.09],
  joined: [0.02, 0.0002, 0.0005],
  'joined-typo': [0.005, 0.0002, 0.0005],
  different: [0.026, 0.76],
  generation: [0.0005, 0.002],
});

/** Whether names that agree in one word, or in several, have no word more. */
const ONE = levels({ complete: [0.4, 0.05], more: [0.6, 0.95] });
const SEVERAL = levels({ complete: [0.8, 0.5], more: [0.2, 0.5] });

const TEXT = levels({
  exact: [0.7, 0.02, 0.02],
  sound: [0.04, 0.001, 0.01],
  typo: [0.08, 0.002, 0.002],
  part: [0.04, 0.004, 0.005],
  close: [0.03, 0.004, 0.002],
  different: [0.11, 0.97],
});

const NUMBER = levels({
  exact: [0.7, 0.00005, 0.0002],
  typo: [0.06, 0.00001],
  different: [0.24, 0.99994],
});

/** A field that has no weights of its own yet is weighed like a text. */
export const DEFAULT_TEXT = TEXT;

export const DEFAULT_LEVELS: Record<string, Levels> = {
  name: NAME,
  mothersName: NAME,
  'name.one': ONE,
  'name.several': SEVERAL,
  'mothersName.one': ONE,
  'mothersName.several': SEVERAL,
  birthDate: levels({
    exact: [0.75, 0.00005, 0.0002],
    swapped: [0.03, 0.00003],
    digit: [0.06, 0.0006],
    'two-parts': [0.04, 0.004],
    'year-only': [0.06, 0.003],
    'new-year': [0.01, 0.0001],
    'year-near': [0.01, 0.006],
    'years-near': [0.004, 0.012],
    year: [0.015, 0.014],
    near: [0.005, 0.003],
    'day-only': [0.005, 0.0001],
    different: [0.012, 0.47],
    'another-age': [0.003, 0.5],
  }),
  sex: levels({ exact: [0.98, 0.5], different: [0.02, 0.5] }),
  phone: NUMBER,
  town: TEXT,
  document: levels({ exact: [0.85, 0.00001, 0.0001], typo: [0.08, 0.00001], different: [0.07, 0.99998] }),
};

const chanceOf = (known: Levels): Record<string, number> =>
  Object.fromEntries(Object.entries(known).map(([level, { u }]) => [level, u]));

const SHARED = { exact: 0.8, sound: 0.04, typo: 0.04, part: 0.03, close: 0.02, different: 0.07 };

/**
 * How relatives compare. Not estimated: households are few, and a class of pairs that may become anything does become
 * something else. Whole names are as `wholeName` tells them; twins share a day of birth.
 */
export const DEFAULT_HOUSEHOLD: Record<string, Record<string, number>> = {
  name: {
    'whole-all': 0.001,
    'whole-near': 0.0007,
    'whole-vowel': 0.003,
    'whole-close': 0.003,
    'single-all': 0.003,
    'single-near': 0.001,
    'part-more': 0.001,
    'part-one': 0.045,
    'whole-some': 0.25,
    'whole-none': 0.69,
  },
  // one mother, written as differently as by one person: a share for each way, not of them
  mothersName: {
    'whole-all': 0.7,
    'whole-near': 0.7,
    'whole-vowel': 0.7,
    'whole-close': 0.7,
    'single-all': 0.7,
    'single-near': 0.7,
    'part-more': 0.7,
    'part-one': 0.7,
    'whole-some': 0.1,
    'whole-none': 0.2,
  },
  // as strangers, but for twins
  birthDate: { ...chanceOf(DEFAULT_LEVELS['birthDate']!), exact: 0.008, swapped: 0.0003 },
  // not a share but how many times likelier: parents give twins names that are alike
  twins: {
    'whole-near': 60,
    'single-near': 60,
    'whole-close': 20,
    'whole-vowel': 150,
    'part-more': 10,
    'part-one': 1,
    'whole-some': 1,
    'whole-none': 1,
  },
  // how many times likelier two children of one mother have one full name than relatives in general
  namesakes: { 'one-mother': 0.1, 'other-day': 0.1 },
  phone: { exact: 0.6, typo: 0.02, different: 0.38 },
  town: SHARED,
};

/** Of a free field, which may be the address. */
export const DEFAULT_SHARED = SHARED;
