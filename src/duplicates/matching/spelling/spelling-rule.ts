/** What is replaced by what, in the order of the list. */
export type SpellingRule = readonly [RegExp, string];
