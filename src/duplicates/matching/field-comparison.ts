/** How two terms (words of a name, a town ...) were found to go together. */
export interface TermPair {
  level: string;
  /** The terms as counted by the model; one is missing where only one record has it. */
  a?: string;
  b?: string;
  /** Both are names that are known to be borne, not only by these two. */
  borne?: boolean;
}

export interface Fullness {
  words: 'one' | 'several';
  level: 'complete' | 'more';
}

/** What one field says of a pair. */
export interface FieldComparison {
  /** 'name', 'mothersName', 'birthDate', 'sex', 'phone', 'town', 'document', or 'other.<key>'. */
  field: string;
  /** 'missing' where one of the two does not know; all others from 'exact' to 'different'. */
  level: string;
  /** What is weighed, where that is more than the level: one entry a word of a name, one for a town or a date. */
  terms?: TermPair[];
  /** Of two names that agree: how many words do, and whether one has more words than those. */
  fullness?: Fullness;
}

/** What is to be seen of a pair before it is weighed: one entry a field. */
export interface Comparison {
  fields: FieldComparison[];
}
