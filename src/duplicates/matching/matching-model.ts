/** How often a level is seen among pairs that are one person (m), and among pairs that have nothing in common (u). */
export interface LevelWeight {
  m: number;
  u: number;
  /**
   * The mean frequency of the terms at this level among pairs that are one person: u is scaled by how much more or
   * less frequent a pair's own term is. Missing where terms do not matter.
   */
  termFrequency?: number;
}

/** How often each term of a field occurs; terms that occur less than three times are not kept. */
export interface TermCounts {
  total: number;
  counts: Record<string, number>;
}

/** Everything that is estimated; plain data, to be stored as JSON. */
export interface MatchingModel {
  version: 1;
  /** The share of all pairs (of anybody with anybody) that are one person. */
  prior: number;
  levels: Record<string, Record<string, LevelWeight>>;
  terms: Record<string, TermCounts>;
  /**
   * Two people of one family: they share phone, address, mother and part of the name, and are the reason why many
   * agreements are no proof. A third kind of pair, next to one person and strangers.
   */
  household: { prior: number; levels: Record<string, Record<string, number>> };
}
